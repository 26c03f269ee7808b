import { dayNumber } from '../../calendar/day-number';
import { amountUnit } from '../../deal/amount-unit';
import { closingDay } from '../../deal/closing-day';
import type { ChangeField, ChangeSide, Deal, DealChange } from '../../deal/deal';
import { firstChange } from '../../deal/first-change';
import { sidesOf } from '../../deal/sides-of';
import type { DealLife, LifeState } from './deal-life';

/**
 * A deal's past in a form that answers for many days at little cost: what `asOf` says of these columns, day by day.
 * One thing it knows better: where no view has shown a closing day, a closed deal's close date stands in for it, as
 * everywhere (`closingDay`), so that the deal was open before.
 *
 * @param own The deal's rows of the table `changes`, in any order. @param today `YYYY-MM-DD`
 */
export function lifeOf(deal: Deal, own: readonly DealChange[], today: string): DealLife {
  const createdDay = dayOf(deal.createdOn);
  const removedDay = dayOf(deal.removedAt);
  const firstSeen = own.reduce(
    (first, { notBefore }) => Math.min(first, dayOf(notBefore) ?? first),
    dayOf(deal.firstSeenAt ?? deal.seenAt) ?? Number.POSITIVE_INFINITY,
  );
  const closedDay = dayOf(closingDay(deal, today)?.on);
  const outcomeAt = valuesOf(own, 'outcome', { value: deal.outcome ?? null });
  const closedAt = { day: closedDay, seen: dayOf(deal.sources['outcome']?.at) };
  const isToldByDay = own.every(({ field }) => field !== 'outcome');
  const amountAt = valuesOf(own, 'amountMinor', { value: deal.amountMinor ?? null, unit: amountUnit(deal) });
  const ownerAt = valuesOf(own, 'owner', { value: deal.owner ?? null });
  const closeAt = valuesOf(own, 'closeOn', { value: deal.closeOn ?? null });

  return {
    key: deal.key,
    createdDay,
    closedDay,
    stateAt: (day) => {
      if (removedDay !== undefined && removedDay < day) return 'absent';
      if (createdDay !== undefined && createdDay >= day) return 'absent';
      if (createdDay === undefined && firstSeen >= day) return 'unknown';
      const amount = amountAt(day);
      const outcome = outcomeOf(outcomeAt(day));
      const isClosed = outcome === 'won' || outcome === 'lost';
      const wasOpen =
        isClosed &&
        isToldByDay &&
        closedAt.day !== undefined &&
        closedAt.day >= day &&
        !(Number(closedAt.seen) < day);
      return {
        outcome: wasOpen ? 'open' : outcome,
        amountMinor: typeof amount.value === 'number' ? amount.value : undefined,
        // An amount that was empty is counted in what it is counted in now.
        unit: (amount.value === null ? undefined : amount.unit) ?? amountUnit(deal),
        owner: textOf(ownerAt(day)),
        closeDay: dayOf(textOf(closeAt(day))),
      };
    },
  };
}

/** How to tell a field's value at the beginning of a day: what the first change on that day or later leads away from. */
function valuesOf(
  own: readonly DealChange[],
  field: ChangeField,
  now: ChangeSide,
): (day: number) => ChangeSide {
  const rows = own.filter((row) => row.field === field);
  if (rows.length === 0) return () => now;
  const dated = rows.map((row) => ({ row, day: dayOf(row.at) ?? Number.NEGATIVE_INFINITY }));
  const days = [...new Set(dated.map(({ day }) => day))].toSorted((a, b) => a - b);
  const steps = days.map((day) => {
    const first = firstChange(dated.flatMap((one) => (one.day >= day ? one.row : [])));
    return { day, side: first === undefined ? now : withUnit(sidesOf(first).from, field) };
  });
  return (day) => steps.find((step) => step.day >= day)?.side ?? now;
}

/** Of an amount that says nothing of its unit, nothing is known: it is not in what the deal is counted in now. */
function withUnit(side: ChangeSide, field: ChangeField): ChangeSide {
  return field === 'amountMinor' ? { value: side.value, unit: side.unit ?? {} } : side;
}

function dayOf(text: string | null | undefined): number | undefined {
  return text === undefined || text === null ? undefined : dayNumber(text);
}

function textOf({ value }: ChangeSide): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function outcomeOf({ value }: ChangeSide): LifeState['outcome'] {
  return value === 'open' || value === 'won' || value === 'lost' ? value : undefined;
}
