import type { CsvTable } from '../../../export/parse-csv';

const mostValues = 30;

/** Different texts of a column, in their order, at most thirty. */
export function valuesOf(lines: CsvTable['lines'], at: number): string[] {
  const values = new Set<string>();
  for (const { cells } of lines) {
    const text = (cells[at] ?? '').slice(0, 120);
    if (text !== '') values.add(text);
    if (values.size === mostValues) break;
  }
  return [...values];
}
