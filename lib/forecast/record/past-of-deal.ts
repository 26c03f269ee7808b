import { compareInstants } from '../../calendar/compare-instants';
import { dayNumber } from '../../calendar/day-number';
import { dayText } from '../../calendar/day-text';
import { amountUnit } from '../../deal/amount-unit';
import { closingDay } from '../../deal/closing-day';
import type { AmountUnit, ChangeField, ChangeValue, Deal, DealChange } from '../../deal/deal';
import { sidesOf } from '../../deal/sides-of';
import type { Convert } from '../../pipeline/converter';
import { isInScope } from '../../pipeline/scope/is-in-scope';
import type { ScopeRule } from '../../pipeline/scope/scope-rule';
import { segmentsOf } from '../../pipeline/scope/segments-of';
import { NEVER } from '../book';
import { outcomesOf } from './outcomes-of';
import type { FieldPast, PastDeal } from './past-deal';
import { stepsOf } from './steps-of';

interface Reading {
  /** `YYYY-MM-DD` on the user's calendar. */
  readonly today: string;
  /** Into minor units of the reporting currency, by the rate of a day. */
  readonly convert: Convert;
  /** Which deals are of the scope. */
  readonly rule: ScopeRule;
}

/**
 * A stored deal with its past. A field of which the CRM's own history was read is known from the deal's creation on; of
 * any other, what was seen first is known from the day on which it was seen, and nothing of the days before. An amount is
 * valued at the rate of the day on which it was set, a win at that of the closing; where there was none yet, at today's.
 *
 * Whose the deal was is the exception: where no change of the owner is on record, it was always its present owner's. So
 * are its segments: no change of theirs is kept, and it was always in those of now.
 *
 * @param own All kept changes of the deal, in any order.
 * @returns `undefined` for a deal that no forecast has a part for: no outcome, closed on no known day, no rate.
 */
export function pastOfDeal(deal: Deal, own: readonly DealChange[], reading: Reading): PastDeal | undefined {
  const { today, convert, rule } = reading;
  const { outcome } = deal;
  if (outcome === undefined || outcome === null) return undefined;
  const rows = own.toSorted(
    (a, b) => compareInstants(a.at, b.at) || compareInstants(a.notBefore, b.notBefore),
  );
  const closing = closingDay(deal, today)?.on;
  const closedDay = closing === undefined ? undefined : dayNumber(closing);
  if (outcome !== 'open' && closedDay === undefined) return undefined;
  const seenDay = dayNumber(deal.firstSeenAt ?? deal.seenAt) ?? 0;
  const firstSeen = rows.reduce(
    (first, { notBefore }) => Math.min(first, dayNumber(notBefore) ?? first),
    seenDay,
  );
  const stated = dayNumber(deal.createdOn ?? '');
  const todays = dayNumber(today) ?? 0;
  const created = Math.min(stated ?? firstSeen, closedDay ?? NEVER, todays);

  const field = <Value>(
    name: ChangeField,
    present: Value,
    valueOf: (side: Side, day: number) => Value,
  ): FieldPast<Value> => {
    const turns = rows
      .filter((row) => row.field === name)
      .map((row) => {
        const day = dayNumber(row.at) ?? created;
        const { from, to } = sidesOf(row);
        return { day, from: valueOf(from, day), to: valueOf(to, day) };
      });
    const isComplete = deal.historyUntil?.[name] !== undefined;
    const sighted = rows.reduce(
      (first, row) => (row.field === name ? Math.min(first, dayNumber(row.notBefore) ?? first) : first),
      seenDay,
    );
    return {
      steps: stepsOf(turns, { created, present }),
      knownFrom: isComplete ? created : Math.max(created, sighted),
    };
  };

  const unit = amountUnit(deal);
  const valued = (value: ChangeValue, of: AmountUnit, day: number): number => {
    if (typeof value !== 'number' || of.currency === undefined) return NaN;
    return convert(value, of.currency, dayText(day)) ?? convert(value, of.currency, today) ?? NaN;
  };
  const present = valued(deal.amountMinor ?? null, unit, outcome === 'open' ? todays : (closedDay ?? todays));
  if (typeof deal.amountMinor === 'number' && Number.isNaN(present)) return undefined;
  // A credit note that is open is nothing to win.
  if (outcome === 'open' && present < 0) return undefined;
  const amountsAt = (dayOf: (day: number) => number) =>
    field('amountMinor', present, (side, day) => valued(side.value, side.unit ?? {}, dayOf(day)));
  const stage = field('stage', deal.stage ?? '', ({ value }) => textOf(value) ?? '');
  const segments = segmentsOf(deal);
  const moves = rows.filter((row) => row.field === 'stage').map(({ at }) => dayNumber(at) ?? created);
  return {
    id: deal.key,
    created,
    isFirstSight: stated === undefined,
    removed: dayNumber(deal.removedAt ?? '') ?? NEVER,
    lastSeen: dayNumber(deal.seenAt),
    outcomes: outcomesOf(rows, { created, outcome, closedDay }),
    stage,
    firstMove: moves.length === 0 ? NEVER : Math.max(created, Math.min(...moves)),
    stageSince: dayNumber(deal.stageSince ?? '') ?? NEVER,
    amount: amountsAt((day) => day),
    wonValues: outcome === 'won' ? amountsAt(() => closedDay ?? todays).steps : [],
    closeDate: field(
      'closeOn',
      dayNumber(deal.closeOn ?? '') ?? NEVER,
      ({ value }) => dayNumber(textOf(value) ?? '') ?? NEVER,
    ),
    category: field('forecastCategory', deal.forecastCategory ?? null, ({ value }) => textOf(value) ?? null),
    owned: ownedOf(
      field('owner', deal.owner ?? '', ({ value }) => textOf(value) ?? ''),
      (owner) => isInScope(rule, owner, segments),
    ),
    changeDays: changeDaysOf(rows),
    product: deal.product ?? null,
    source: deal.source ?? null,
    region: deal.region ?? null,
    team: deal.team ?? null,
  };
}

interface Side {
  readonly value: ChangeValue;
  readonly unit?: AmountUnit;
}

function textOf(value: ChangeValue): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function ownedOf({ steps }: FieldPast<string>, isIn: (owner: string) => boolean): PastDeal['owned'] {
  return steps.map(({ from, value }) => ({ from, value: isIn(value) }));
}

/** A closing is told by its own day. */
function changeDaysOf(rows: readonly DealChange[]): readonly number[] {
  const days = rows.flatMap(({ field, at }) => (field === 'outcome' ? [] : (dayNumber(at) ?? [])));
  return [...new Set(days)].sort((a, b) => a - b);
}
