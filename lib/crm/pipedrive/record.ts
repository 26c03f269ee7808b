import type { DealValues, Outcome, StatedAmount } from '../../deal/deal';
import { currencyOf, dayOf, decimalOf, idOf, shareOfPercent, textOf } from '../sync/guards';
import { localDayOf } from '../sync/local-day';
import type { StatedDeal } from '../sync/read-pipeline';
import { rowTaker } from '../sync/row-taker';
import type { Row } from './api';
import type { PipedriveWords } from './words';

export interface RecordContext {
  readonly words: PipedriveWords;
  readonly organisations: ReadonlyMap<string, string>;
  readonly origin: string;
}

/** facts.md 3.4: `status`; one that is deleted is listed nowhere. */
export function outcomeOf(status: unknown): Outcome | undefined {
  return status === 'open' || status === 'won' || status === 'lost' ? status : undefined;
}

/** Reads one deal of version 2 (facts.md 3.4); `undefined` where it has no id. */
export function readDeal(row: Row, { words, organisations, origin }: RecordContext): StatedDeal | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  const { take, miss, problems } = rowTaker(textOf(row['title']) ?? id);
  const outcome = outcomeOf(row['status']);
  if (outcome === undefined) miss('outcome', row['status']);
  const stage = words.stages.get(idOf(row['stage_id']) ?? '');
  const money = (value: unknown): StatedAmount | undefined => {
    const decimal = decimalOf(value);
    const currency = currencyOf(row['currency']);
    return decimal === undefined || !currency ? undefined : { decimal, currency };
  };
  const nameOf = (names: ReadonlyMap<string, string>) => (value: unknown) => names.get(idOf(value) ?? '');
  const account = organisations.get(idOf(row['org_id']) ?? '');
  const recurring = take('recurring', row['mrr'] === 0 ? null : row['mrr'], money);
  const ended = row['won_time'] ?? row['lost_time'] ?? row['close_time'];
  const values: DealValues = {
    ...take('name', row['title'], textOf),
    // Names of companies are asked for apart, and a user may not see them all.
    ...(account === undefined ? {} : { account }),
    ...take('amount', row['value'], money),
    // facts.md 3.5: from the products of a deal, and so in its currency; nothing without products.
    ...recurring,
    ...(recurring.recurring ? { recurringPeriod: 'month' } : {}),
    ...take('pipeline', row['pipeline_id'], nameOf(words.pipelines)),
    ...take('stage', row['stage_id'], () => stage?.name),
    ...(outcome === undefined ? {} : { outcome }),
    // A deal without a chance of its own has that of its stage, where the pipeline goes by chances.
    ...(row['probability'] === null
      ? take('crmProbability', stage?.probability ?? null, (share) => Number(share))
      : take('crmProbability', row['probability'], shareOfPercent)),
    ...take('owner', row['owner_id'], nameOf(words.people)),
    ...take('createdOn', row['add_time'], localDayOf),
    ...take('closeOn', row['expected_close_date'], dayOf),
    ...take('closedOn', outcome === 'open' ? null : ended, localDayOf),
    ...take('stageSince', row['stage_change_time'], localDayOf),
    ...take('lostReason', row['lost_reason'], textOf),
  };
  return { id, url: `${origin}/deal/${id}`, values, problems };
}
