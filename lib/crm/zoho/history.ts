import type { StatedHistory } from '../../deal/deal';
import { instantOf, textOf } from '../sync/guards';
import { brokenStep, historyOf, type Step } from '../sync/history-of';
import type { Row } from './api';
import type { ZohoStages } from './stages';

/** Fields of a row of the list, which the interface wants named (facts.md 5.3). */
export const historyFields = 'Stage,Moved_To__s,Modified_Time';

/**
 * Stages of a deal (facts.md 5.4): a row is a stage that was left, the instant at which, and the stage that came after
 * it; the present one has none.
 * @param now The stage that the deal has.
 */
export function historyOfStages(
  rows: readonly Row[],
  { now, stages, until }: { readonly now: string; readonly stages: ZohoStages; readonly until: string },
): StatedHistory | undefined {
  // Without the row of the present stage the list is not one that is kept.
  if (!rows.some((row) => row['Moved_To__s'] === null && row['Stage'] === now)) return undefined;
  const left = rows.filter((row) => row['Moved_To__s'] !== null).toReversed();
  const stepsOf = (sideOf: (stage: string) => string | undefined): Step[] =>
    left.map((row) => {
      const at = instantOf(row['Modified_Time']);
      const [from, to] = [row['Stage'], row['Moved_To__s']].map((stage) => sideOf(textOf(stage) ?? ''));
      return at === undefined || from === undefined || to === undefined ? brokenStep : { at, from, to };
    });
  const nameOf = (stage: string) => stages.of.get(stage)?.name ?? (stage === '' ? undefined : stage);
  const outcomeOf = (stage: string) => stages.of.get(stage)?.outcome;
  const outcome = outcomeOf(now);
  const history = historyOf(
    [
      { field: 'stage', steps: stepsOf(nameOf), now: nameOf(now), isKept: true },
      ...(outcome === undefined
        ? []
        : [{ field: 'outcome', steps: stepsOf(outcomeOf), now: outcome, isKept: true } as const]),
    ],
    until,
  );
  // In a gap between stages a deal may have been lost and taken up again.
  return history?.fields.includes('stage') === true ? history : undefined;
}
