import type { DealValues, StatedAmount } from '../../deal/deal';
import type { ReadProblem } from '../adapter';
import { isRecord } from '../sync/guards';
import { dateOf, decimalOf, idOf } from './guards';
import { isTrytonState, trytonStates } from './states';

/** Fields asked of every opportunity. */
export const recordFields = [
  'number',
  'description',
  'party.rec_name',
  'employee',
  'employee.rec_name',
  'amount',
  'currency.code',
  'state',
  'conversion_probability',
  'start_date',
  'end_date',
  'lost_reason',
  'create_date',
  'write_date',
] as const;

/** One opportunity of the interface, as far as its fields are what we expect. */
export interface TrytonRecord {
  readonly id: string;
  readonly values: DealValues;
  readonly currency: string | undefined;
  readonly problems: readonly ReadProblem[];
}

/** Reads one record; `undefined` where it has no id. A field of an unexpected kind is a problem, never a guess. */
export function readRecord(value: unknown): TrytonRecord | undefined {
  if (!isRecord(value)) return undefined;
  const id = idOf(value['id']);
  if (id === undefined) return undefined;
  const problems: ReadProblem[] = [];
  const number = text(value['number']);
  const row = number ?? id;
  const currency = text(related(value['currency.'], 'code')) ?? undefined;
  const amount = amountOf(value['amount'], currency);
  if (amount === undefined) problems.push({ code: 'amount-unreadable', row, field: 'amount' });
  const state = value['state'];
  if (!isTrytonState(state))
    problems.push({ code: 'stage-unknown', row, field: 'stage', text: shorten(state) });
  const endOn = value['end_date'] === null ? null : dateOf(value['end_date']);
  if (endOn === undefined) problems.push({ code: 'date-unreadable', row, field: 'closeOn' });
  const startOn = value['start_date'] === null ? null : dateOf(value['start_date']);
  const outcome = isTrytonState(state) ? trytonStates[state].outcome : undefined;
  const probability = shareOf(value['conversion_probability']);
  if (probability === undefined && value['conversion_probability'] !== undefined)
    problems.push({
      code: 'value-unreadable',
      row,
      field: 'crmProbability',
      text: shorten(value['conversion_probability']),
    });
  const values: DealValues = {
    number: number ?? null,
    name: text(value['description']) ?? null,
    account: text(related(value['party.'], 'rec_name')) ?? null,
    owner: text(related(value['employee.'], 'rec_name')) ?? null,
    lostReason: text(value['lost_reason']) ?? null,
    ...(amount === undefined ? {} : { amount }),
    ...(isTrytonState(state) && outcome !== undefined ? { stage: state, outcome } : {}),
    ...(probability === undefined ? {} : { crmProbability: probability }),
    ...(startOn === undefined ? {} : { createdOn: startOn }),
    ...(endOn === undefined ? {} : { closeOn: endOn, closedOn: outcome === 'open' ? null : endOn }),
  };
  return { id, values, currency, problems };
}

/** An amount in the record's own currency; `null` is shown and empty, `undefined` not understood. */
export function amountOf(value: unknown, currency: string | undefined): StatedAmount | null | undefined {
  if (value === null) return null;
  const decimal = decimalOf(value);
  if (decimal === undefined) return undefined;
  return currency === undefined ? { decimal } : { decimal, currency };
}

/** A field of the nested record that `search_read` puts beside a relation (`employee.` beside `employee`). */
export function related(value: unknown, field: string): unknown {
  return isRecord(value) ? value[field] : undefined;
}

/** A text without its outer white space; `undefined` where there is none. */
export function text(value: unknown): string | undefined {
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return trimmed === '' ? undefined : trimmed;
}

/** A share 0..1; `null` is empty, `undefined` not understood. */
function shareOf(value: unknown): number | null | undefined {
  if (value === null) return null;
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined;
}

function shorten(value: unknown): string {
  return String(value).slice(0, 80);
}
