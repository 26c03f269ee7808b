import type { ReadProblem } from '../../lib/crm/adapter';
import type { DealRead } from '../../lib/deal/deal';

/** Names in problems are cut at this length. */
const longestName = 200;

/**
 * Which problems belong to which row. A problem names its row by what the page showed, its number, name or id; one
 * that gives a position alone ("row 7") belongs to no marker and stands in the pill.
 */
export function rowProblems(problems: readonly ReadProblem[]): (read: DealRead) => readonly ReadProblem[] {
  const rows = new Map<string, ReadProblem[]>();
  for (const problem of problems) {
    const same = rows.get(problem.row);
    if (same === undefined) rows.set(problem.row, [problem]);
    else same.push(problem);
  }
  return (read) => {
    if (rows.size === 0) return [];
    const words = new Set(
      [read.values.number, read.id, read.values.name].map((word) => word?.slice(0, longestName)),
    );
    return [...words].flatMap((word) => (word ? (rows.get(word) ?? []) : []));
  };
}
