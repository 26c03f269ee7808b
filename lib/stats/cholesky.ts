/**
 * Lower triangle L of the Cholesky decomposition A = L L', row by row. Golub & Van Loan, Matrix Computations, 4.2.
 *
 * @param matrix A symmetric positive definite n x n matrix, row by row; only its lower triangle is read.
 * @returns `undefined` where it is not positive definite.
 * @example cholesky(Float64Array.of(4, 2, 2, 5), 2) // [2, 0, 1, 2]
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array | undefined {
  const lower = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * n + column] ?? 0;
      for (let at = 0; at < column; at += 1)
        sum -= (lower[row * n + at] ?? 0) * (lower[column * n + at] ?? 0);
      if (row !== column) lower[row * n + column] = sum / (lower[column * n + column] ?? 1);
      else if (sum > 0) lower[row * n + row] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return lower;
}
