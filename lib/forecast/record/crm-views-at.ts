import { NEVER, OPEN } from '../book';
import type { BookAt } from './book-at';
import { type CrmView, crmViews } from './crm-views';
import type { PeriodAt } from './lands-at-rate';
import type { Past } from './past';
import { valueAt } from './value-at';

/** Share of the open deals. Not measured: no set has categories or close dates of the time. */
const MOST_UNKNOWN = 0.1;

/**
 * What stage weights and commitments said on an earlier day: stage, amount, close date and category of that day. A
 * deal's own chance has no history, so each has that of its stage as it is configured now. What is not known of that day
 * is not filled in; where that is so of more than a tenth of the open deals, nothing is said: a sum that lacks deals would
 * make the CRM look worse than it was.
 */
export function crmViewsAt(
  past: Past,
  { book, rows }: BookAt,
  periods: readonly PeriodAt[],
): readonly CrmView[] {
  const views = crmViews(periods);
  const { asOf } = book;
  const chances = new Map(past.configured.map(({ id, probability }) => [id, probability]));
  const codes = past.stages.names.map((name) => chances.get(name) ?? NaN);
  let [open, unweighed, unnamed] = [0, 0, 0];
  for (let at = 0; at < rows.length; at += 1) {
    if (book.outcome[at] !== OPEN) continue;
    const row = rows[at] ?? 0;
    const stage = stageAt(past, row, asOf);
    const isPriced = (past.amounts.knownFrom[row] ?? NEVER) < asOf;
    const category = valueAt(past.categories, row, asOf);
    open += 1;
    if (stage === undefined || !isPriced) unweighed += 1;
    if (category === undefined || !isPriced) unnamed += 1;
    const closeDay = valueAt(past.closeDates, row, asOf) ?? NEVER;
    views.add({
      amount: book.amount[at] ?? NaN,
      probability: codes[stage ?? -1] ?? NaN,
      category: past.categories.names[category ?? -1] ?? null,
      closeDay: closeDay === NEVER ? undefined : closeDay,
    });
  }
  return views.result().map(({ stageWeights, commit }) => ({
    stageWeights: unweighed > MOST_UNKNOWN * open ? null : stageWeights,
    commit: unnamed > MOST_UNKNOWN * open ? null : commit,
  }));
}

/** The CRM itself states since when a deal that was never seen moving is in its stage. */
function stageAt({ stages, firstMove, stageSince }: Past, row: number, asOf: number): number | undefined {
  const isStated = (firstMove[row] ?? NEVER) === NEVER && (stageSince[row] ?? NEVER) !== NEVER;
  if (!isStated) return valueAt(stages, row, asOf);
  return (stageSince[row] ?? NEVER) < asOf ? stages.value[stages.start[row] ?? 0] : undefined;
}
