import type { Handoff } from './finish-passes';
import { joinColumns } from './join-columns';
import { passColumns } from './pass-columns';
import { scorePasses, type ScoredPasses } from './score-passes';
import type { Setting } from './setting';

interface Renewed {
  /** Deals of which all passes from before go. */
  readonly stale: ReadonlySet<string>;
  /** By date and then by deal, of these deals alone. */
  readonly fresh: readonly Handoff[];
}

/** Passes of which some deals' are others now, as if all had been scored anew: each column is gone through once. */
export function joinPasses(before: ScoredPasses, { stale, fresh }: Renewed, setting: Setting): ScoredPasses {
  const { passedAt } = before.columns;
  const handoffs: Handoff[] = [];
  const origin: number[] = [];
  let next = 0;
  const addFresh = (isNext: (handoff: Handoff) => boolean) => {
    for (let one = fresh[next]; one !== undefined && isNext(one); one = fresh[next]) {
      handoffs.push(one);
      origin.push(-1 - next);
      next += 1;
    }
  };
  for (const [row, old] of before.handoffs.entries()) {
    const { id } = old.deal;
    if (stale.has(id)) continue;
    const at = passedAt[row] ?? 0;
    addFresh(({ pass, deal }) => pass.at.to < at || (pass.at.to === at && deal.id < id));
    handoffs.push(old);
    origin.push(row);
  }
  addFresh(() => true);
  const columns = joinColumns(before.columns, passColumns(fresh, setting), Int32Array.from(origin));
  return scorePasses(handoffs, setting, columns);
}
