/**
 * Solves L' x = b for the transpose of a lower triangle L by backward substitution.
 *
 * @param lower n x n, row by row, without zeros on the diagonal; n is the length of `right`.
 * @example solveUpper(Float64Array.of(2, 0, 1, 2), Float64Array.of(4, 2)) // [1.5, 1]
 */
export function solveUpper(lower: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const solved = new Float64Array(n);
  for (let row = n - 1; row >= 0; row -= 1) {
    let sum = right[row] ?? 0;
    for (let at = row + 1; at < n; at += 1) sum -= (lower[at * n + row] ?? 0) * (solved[at] ?? 0);
    solved[row] = sum / (lower[row * n + row] ?? 1);
  }
  return solved;
}
