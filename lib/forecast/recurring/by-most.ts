import { compareTexts } from '../../deal/compare-texts';
import { firstPlace } from './first-place';
import type { Group } from './renewal-group';

/** Of groups that may be joined so many are tried for each contract or renewal: it bounds the time. Not measured. */
const MOST_TRIED = 256;

/** Groups by a number, the largest first, of equal ones the first by its contract. */
export interface ByMost {
  /** Puts what is made of the first group of which anything is made in its place, if there is one among those tried. */
  readonly change: (made: (group: Group) => Group | undefined) => void;
  readonly all: () => readonly Group[];
}

export function byMost(groups: readonly Group[], valueOf: (group: Group) => number): ByMost {
  const rankOf = (group: Group) => ({ group, value: valueOf(group), id: group.contracts[0]?.deal.id ?? '' });
  type Ranked = ReturnType<typeof rankOf>;
  const order = (a: Ranked, b: Ranked): number => b.value - a.value || compareTexts(a.id, b.id);
  const ranked = groups.map(rankOf).sort(order);
  return {
    change(made) {
      const end = Math.min(MOST_TRIED, ranked.length);
      for (let at = 0; at < end; at += 1) {
        const one = ranked[at];
        const group = one && made(one.group);
        if (group === undefined) continue;
        ranked.splice(at, 1);
        const next = rankOf(group);
        ranked.splice(
          firstPlace(ranked, (other) => order(other, next) < 0),
          0,
          next,
        );
        return;
      }
    },
    all: () => ranked.map(({ group }) => group),
  };
}
