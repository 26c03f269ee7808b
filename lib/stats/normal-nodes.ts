/**
 * Seven-point Gauss-Hermite rule for a standard normal variable: the mean of f(Z) is the sum of weight x f(node),
 * exact for polynomials up to degree 13. Abramowitz & Stegun, table 25.10, with nodes times sqrt(2), weights by sqrt(pi).
 */
export const NORMAL_NODES: readonly (readonly [node: number, weight: number])[] = [
  [-3.7504397177257425, 0.0005482688559722184],
  [-2.3667594107345415, 0.0307571239675865],
  [-1.1544053947399682, 0.2401231786050127],
  [0, 0.45714285714285713],
  [1.1544053947399682, 0.2401231786050127],
  [2.3667594107345415, 0.0307571239675865],
  [3.7504397177257425, 0.0005482688559722184],
];
