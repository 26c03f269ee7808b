/** Rows of lists in the making. */
export interface Lists {
  readonly put: (...values: readonly number[]) => void;
  readonly close: () => void;
  readonly inOrder: (order: readonly number[]) => [Int32Array, ...number[][]];
}

/** Rows of lists, one after the other, each entry of so many numbers. */
export function lists(width: number): Lists {
  const starts = [0];
  const columns = Array.from({ length: width }, (): number[] => []);
  return {
    put: (...values) => columns.forEach((column, at) => column.push(values[at] ?? 0)),
    close: () => void starts.push(columns[0]?.length ?? 0),
    inOrder: (order) => {
      const sorted = columns.map((): number[] => []);
      const from = new Int32Array(order.length + 1);
      order.forEach((row, at) => {
        for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1)
          columns.forEach((column, nth) => sorted[nth]?.push(column[entry] ?? 0));
        from[at + 1] = sorted[0]?.length ?? 0;
      });
      return [from, ...sorted];
    },
  };
}
