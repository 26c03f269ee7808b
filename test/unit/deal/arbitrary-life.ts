import * as fc from 'fast-check';
import type { Deal, DealChange, DealValues, Outcome, StatedChange } from '../../../lib/deal/deal';
import { mergeRead } from '../../../lib/deal/merge-read';
import { currencyExponent } from '../../../lib/money/currency-exponent';
import { place } from './arbitrary-reads';

/** Everything of an invented deal whose changes are kept. */
export interface State {
  readonly stage: string;
  readonly owner: string;
  readonly closeOn: string | null;
  readonly outcome: Outcome;
  readonly need: string | null;
  readonly decimal: string;
  readonly code: string;
}

/** One invented change: at `at`, `field` became `to`. */
export interface LifeEvent {
  readonly at: string;
  readonly set: Partial<State>;
}

export interface Life {
  readonly birth: State;
  readonly events: readonly LifeEvent[];
}

const begin = Date.UTC(2026, 2, 1);
const hour = 3_600_000;
const hoursOfLife = 20 * 24;

/** An instant `hours` after the birth. */
export function instantAt(hours: number): string {
  return new Date(begin + hours * hour).toISOString();
}

export const hours = fc.integer({ min: 1, max: hoursOfLife });

/** Days of the life and a few after it. */
export const someDay = fc.integer({ min: 0, max: 25 }).map((nth) => instantAt(nth * 24).slice(0, 10));

const state: fc.Arbitrary<State> = fc.record({
  stage: fc.constantFrom('New', 'Offer', 'Order'),
  owner: fc.constantFrom('Ada', 'Bo'),
  closeOn: fc.constantFrom('2026-03-31', '2026-06-30', null),
  outcome: fc.constantFrom('open', 'won', 'lost'),
  need: fc.constantFrom('yes', 'no', null),
  decimal: fc.constantFrom('100', '250.5', '1999.99'),
  // Thousandths of a dinar: an amount beside another code would be ten times as large.
  code: fc.constantFrom('DKK', 'EUR', 'KWD'),
});

const event: fc.Arbitrary<LifeEvent> = fc
  .tuple(
    hours,
    state,
    fc.constantFrom<(keyof State)[]>('stage', 'owner', 'closeOn', 'outcome', 'need', 'decimal', 'code'),
  )
  .map(([at, next, field]) => ({ at: instantAt(at), set: { [field]: next[field] } }));

export const life: fc.Arbitrary<Life> = fc
  .tuple(state, fc.array(event, { maxLength: 15 }))
  .map(([birth, events]) => ({
    birth,
    events: events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  }));

/** The state after all events before `instant`. */
export function stateBefore({ birth, events }: Life, instant: string): State {
  return events.filter(({ at }) => at < instant).reduce<State>((now, { set }) => ({ ...now, ...set }), birth);
}

/** The state after all events up to and including `instant`: what a read at that instant shows. */
export function stateAt({ birth, events }: Life, instant: string): State {
  return events
    .filter(({ at }) => at <= instant)
    .reduce<State>((now, { set }) => ({ ...now, ...set }), birth);
}

export function valuesOf({ need, decimal, code, ...plain }: State): DealValues {
  return { ...plain, qualification: { need }, amount: { decimal, currency: code } };
}

/** A deal's values back as the state that they were made of. */
export function stateOf(deal: Omit<Deal, 'contentHash' | 'removedAt'>): State {
  const code = deal.currency ?? '';
  return {
    stage: deal.stage ?? '',
    owner: deal.owner ?? '',
    closeOn: deal.closeOn ?? null,
    outcome: deal.outcome ?? 'open',
    need: deal.qualification?.['need'] ?? null,
    decimal: String((deal.amountMinor ?? Number.NaN) / 10 ** currencyExponent(code)),
    code,
  };
}

/** Reads the life at the given instants, in order, into a deal with its changes. */
export function readLife(
  all: Life,
  instants: readonly string[],
  known?: { deal: Deal; changes: DealChange[] },
) {
  let deal = known?.deal;
  const changes = [...(known?.changes ?? [])];
  for (const at of instants.toSorted()) {
    const read = { id: '7', at, values: valuesOf(stateAt(all, at)) };
    const merged = mergeRead(deal, read, { ...place, from: 'page', view: 'list:deals' });
    deal = merged.deal;
    changes.push(...merged.changes);
  }
  if (deal === undefined) throw new Error('a life was never read');
  return { deal, changes };
}

/** What the CRM's own history states of the life: every real change before or at `until`, none twice. */
export function statedHistory({ birth, events }: Life, until: string): StatedChange[] {
  const stated: StatedChange[] = [];
  let now = birth;
  for (const { at, set } of events) {
    if (at > until) break;
    const next = { ...now, ...set };
    for (const field of ['stage', 'owner', 'closeOn', 'outcome'] as const) {
      if (now[field] !== next[field]) stated.push({ field, from: now[field], to: next[field], at });
    }
    if (now.need !== next.need)
      stated.push({ field: 'qualification.need', from: now.need, to: next.need, at });
    if (now.decimal !== next.decimal || now.code !== next.code) {
      const [from, to] = [now, next].map(({ decimal, code }) => ({ decimal, currency: code }));
      stated.push({ field: 'amount', from: from ?? null, to: to ?? null, at });
    }
    now = next;
  }
  return stated;
}
