import type { DealRead } from '../deal/deal';
import type { ReadProblem, RefusedRead } from './adapter';
import { sentName } from './read-names';

/** Remembers what the store refused of the view that is open: the row was sent, and is not sent again for that. */
export function createRefusals() {
  let openedAt = '';
  let byRow = new Map<string, ReadProblem[]>();

  return {
    /** A look at the view opened then. @returns Notes what became of the reads that this look has sent. */
    enter(viewedAt: string): (reads: readonly DealRead[], refused: readonly RefusedRead[]) => void {
      if (viewedAt !== openedAt) byRow = new Map();
      openedAt = viewedAt;
      // An answer may come when another view is open: it speaks of this one.
      const rows = byRow;
      return (reads, refused) => {
        for (const read of reads) rows.delete(sentName(read));
        for (const { index, problem } of refused) {
          const read = index === undefined ? undefined : reads[index];
          const name = read === undefined ? '' : sentName(read);
          const problems = rows.get(name);
          if (problems === undefined) rows.set(name, [problem]);
          else problems.push(problem);
        }
      };
    },
    /** All that stands refused of the open view. */
    all: (): readonly ReadProblem[] => [...byRow.values()].flat(),
  };
}
