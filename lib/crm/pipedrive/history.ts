import type { StatedHistory } from '../../deal/deal';
import { currencyOf, dayOf, decimalOf, decimalText, idOf, instantOf } from '../sync/guards';
import { brokenStep, historyOf, type Step } from '../sync/history-of';
import type { Row } from './api';
import { outcomeOf } from './record';
import type { PipedriveWords } from './words';

type Side = string | null | undefined;

/**
 * The life of a deal from its changes, in any order (facts.md 3.4: `changelog`). Of one instant they stand as they came,
 * the newest first.
 */
export function historyOfChanges(
  row: Row,
  changes: readonly Row[],
  { words, until }: { readonly words: PipedriveWords; readonly until: string },
): StatedHistory | undefined {
  const oldestFirst = changes.toReversed();
  const stepsOf = (key: string, sideOf: (value: unknown) => Side): Step[] =>
    oldestFirst
      .filter((change) => change['field_key'] === key)
      .map((change) => {
        const at = instantOf(change['time'], { bare: 'utc' });
        const [from, to] = [change['old_value'], change['new_value']].map((value) =>
          value === null || value === '' ? null : sideOf(value),
        );
        return at === undefined || from === undefined || to === undefined ? brokenStep : { at, from, to };
      });
  const stageOf = (value: unknown): Side => words.stages.get(idOf(value) ?? '')?.name;
  const personOf = (value: unknown): Side => words.people.get(idOf(value) ?? '');
  const amountOf = (value: unknown): Side => decimalOf(value) ?? decimalText(value);
  const isOtherCurrency = changes.some((change) => change['field_key'] === 'currency');
  const currency = currencyOf(row['currency']);
  const now = (value: unknown, sideOf: (value: unknown) => Side) => (value === null ? null : sideOf(value));
  return historyOf(
    [
      // A life that ends on a stage that we do not know is none that we can tell.
      ...(stageOf(row['stage_id']) === undefined
        ? []
        : [
            {
              field: 'stage',
              steps: stepsOf('stage_id', stageOf),
              now: stageOf(row['stage_id']),
              isKept: true,
            } as const,
          ]),
      { field: 'outcome', steps: stepsOf('status', outcomeOf), now: outcomeOf(row['status']) },
      { field: 'owner', steps: stepsOf('user_id', personOf), now: now(row['owner_id'], personOf) },
      {
        field: 'closeOn',
        steps: stepsOf('expected_close_date', dayOf),
        now: now(row['expected_close_date'], dayOf),
        isKept: true,
      },
      // What amounts were counted in before their currency changed, nothing tells.
      ...(isOtherCurrency || !currency
        ? []
        : [
            {
              field: 'amount',
              steps: stepsOf('value', amountOf),
              now: now(row['value'], amountOf),
              currency,
              isKept: true,
            } as const,
          ]),
    ],
    until,
  );
}
