import type { Part } from './part';

/** Whether some passes are younger than a window: by date they are the last ones. */
export function isYoung({ columns, rows, from, to }: Part, windowMs: number, asOf: number): boolean {
  return to > from && (columns.passedAt[rows[to - 1] ?? 0] ?? 0) + windowMs > asOf;
}
