import type { ReadProblem } from '../../lib/crm/adapter';
import type { DealRead } from '../../lib/deal/deal';

/**
 * Which problems belong to which row. A problem names its row by what the page showed, number first; one that gives a
 * position alone ("row 7") belongs to no marker and stands in the pill.
 */
export function rowProblems(problems: readonly ReadProblem[]): (read: DealRead) => readonly ReadProblem[] {
  const rows = new Map<string, ReadProblem[]>();
  for (const problem of problems) rows.set(problem.row, [...(rows.get(problem.row) ?? []), problem]);
  return (read) => {
    if (rows.size === 0) return [];
    for (const word of [read.values.number, read.id, read.values.name]) {
      const found = word ? rows.get(word) : undefined;
      if (found) return found;
    }
    return [];
  };
}
