import { compareInstants } from '../calendar/compare-instants';
import type { ChangeField, Deal, DealChange } from './deal';
import { firstChange } from './first-change';

/** A deal as it was: without the digest of what it is now. */
export type PastDeal = Omit<Deal, 'contentHash' | 'removedAt'>;

export type DealAsOf =
  /** Created later, or removed before. */
  | { readonly kind: 'absent' }
  /** `uncertain`: fields that changed at some instant on either side of the day's start; they show the older value. */
  | { readonly kind: 'deal'; readonly deal: PastDeal; readonly uncertain: readonly ChangeField[] }
  /** Its creation is not known, and it was first seen later. */
  | { readonly kind: 'unknown' };

/**
 * The deal at 00:00 UTC of a day: what had happened the day before is in it, nothing of the day itself.
 *
 * Every kept change at that instant or after is undone; the order of the rows does not matter, and changes that come
 * in later do not alter what was. Other columns are as last read, except those that would tell of what came after:
 * the closing date and reason of a deal that was still open, a day of last activity to come, and the stage's age and
 * odds of a stage (or outcome) that it was not yet in.
 *
 * A deal that has no change of its outcome and a closing date on the day or later was open, unless it had been seen
 * closed before.
 *
 * @param changes The deal's rows of the table `changes`; rows of other deals are passed over.
 * @param day `YYYY-MM-DD`.
 * @throws RangeError where `day` is no day.
 */
export function asOf(deal: Deal, changes: Iterable<DealChange>, day: string): DealAsOf {
  const on = Temporal.PlainDate.from(day).toString();
  const instant = `${on}T00:00:00.000Z`;
  const isBefore = (at: string) => compareInstants(at, instant) < 0;
  if (deal.removedAt !== undefined && isBefore(deal.removedAt)) return { kind: 'absent' };

  const own = [...changes].filter(({ key }) => key === deal.key);
  const createdOn = deal.createdOn ?? undefined;
  if (createdOn !== undefined && createdOn >= on) return { kind: 'absent' };
  const wasSeen =
    isBefore(deal.firstSeenAt ?? deal.seenAt) || own.some(({ notBefore }) => isBefore(notBefore));
  if (createdOn === undefined && !wasSeen) return { kind: 'unknown' };

  const undone = byField(own.filter(({ at }) => !isBefore(at)));
  const past = undo(deal, undone);
  const outcome = wasStillOpen(deal, past, { on, own }) ? 'open' : past.outcome;
  const isSameStage = !undone.has('stage') && outcome === deal.outcome;
  const uncertain = [...undone].flatMap(([field, rows]) =>
    rows.some(({ notBefore }) => isBefore(notBefore)) ? [field] : [],
  );
  return {
    kind: 'deal',
    deal: withoutLater(outcome === undefined ? past : { ...past, outcome }, on, isSameStage),
    uncertain: uncertain.toSorted(),
  };
}

function byField(changes: readonly DealChange[]): ReadonlyMap<ChangeField, readonly DealChange[]> {
  const fields = new Map<ChangeField, DealChange[]>();
  for (const change of changes) {
    const rows = fields.get(change.field);
    if (rows === undefined) fields.set(change.field, [change]);
    else rows.push(change);
  }
  return fields;
}

/** A closing date to come, and nothing that says that the deal had been closed before. */
function wasStillOpen(
  { closedOn, sources }: Deal,
  past: PastDeal,
  { on, own }: { readonly on: string; readonly own: readonly DealChange[] },
): boolean {
  if (!isClosed(past) || closedOn === undefined || closedOn === null || closedOn < on) return false;
  const seenAt = sources['outcome']?.at;
  const wasSeenClosed = seenAt !== undefined && compareInstants(seenAt, `${on}T00:00:00.000Z`) < 0;
  return !wasSeenClosed && own.every(({ field }) => field !== 'outcome');
}

function undo(deal: Deal, rows: ReadonlyMap<ChangeField, readonly DealChange[]>): PastDeal {
  const { contentHash, removedAt, qualification, ...now } = deal;
  const past: Record<string, unknown> = { ...now };
  const answers: Record<string, unknown> = { ...qualification };
  for (const [field, steps] of rows) {
    const first = firstChange(steps);
    if (first === undefined) continue;
    if (field === 'amountMinor') countIn(past, first);
    if (field.startsWith('qualification.')) answers[field.slice('qualification.'.length)] = first.from;
    else past[field] = first.from;
  }
  if (Object.keys(answers).length > 0) past['qualification'] = answers;
  // The rows hold values of the columns whose names they bear.
  return past as unknown as PastDeal;
}

/** An amount of the past is counted in what its own row says. The recurring amount is in the currency of now. */
function countIn(past: Record<string, unknown>, { from, units }: DealChange): void {
  const { currency, symbol } = units?.from ?? {};
  if (from === null || (currency !== undefined && currency === past['currency'])) return;
  for (const column of ['currency', 'currencySymbol', 'currencyStated', 'recurringMinor'])
    delete past[column];
  if (currency !== undefined) past['currency'] = currency;
  if (symbol !== undefined) past['currencySymbol'] = symbol;
}

/** Takes out what could not have been known: see `asOf`. */
function withoutLater(past: PastDeal, on: string, isSameStage: boolean): PastDeal {
  const { closedOn, lostReason, lastActivityOn, stageSince, crmProbability, ...rest } = past;
  return {
    ...rest,
    ...(isClosed(past) ? present({ closedOn, lostReason }) : {}),
    ...(isAhead(lastActivityOn, on) ? {} : present({ lastActivityOn })),
    ...(isSameStage && !isAhead(stageSince, on) ? present({ stageSince }) : {}),
    ...(isSameStage ? present({ crmProbability }) : {}),
  };
}

function isAhead(day: string | null | undefined, on: string): boolean {
  return day !== undefined && day !== null && day >= on;
}

function isClosed({ outcome }: Pick<Deal, 'outcome'>): boolean {
  return outcome === 'won' || outcome === 'lost';
}

/** The columns without those that are `undefined`: absent is the one way to say "not shown". */
function present<Columns extends object>(
  columns: Columns,
): { [Name in keyof Columns]?: Exclude<Columns[Name], undefined> } {
  // Only keys are taken away.
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Columns]?: Exclude<Columns[Name], undefined>;
  };
}
