/**
 * Solves L x = b for a lower triangle L by forward substitution.
 *
 * @param lower n x n, row by row, without zeros on the diagonal; n is the length of `right`.
 * @example solveLower(Float64Array.of(2, 0, 1, 2), Float64Array.of(2, 5)) // [1, 2]
 */
export function solveLower(lower: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const solved = new Float64Array(n);
  for (let row = 0; row < n; row += 1) {
    let sum = right[row] ?? 0;
    for (let at = 0; at < row; at += 1) sum -= (lower[row * n + at] ?? 0) * (solved[at] ?? 0);
    solved[row] = sum / (lower[row * n + row] ?? 1);
  }
  return solved;
}
