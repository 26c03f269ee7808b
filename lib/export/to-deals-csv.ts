import { amountUnit } from '../deal/amount-unit';
import type { Deal, DealChange } from '../deal/deal';
import { firstChange } from '../deal/first-change';
import { amountText } from './amount-text';
import { csvText } from './csv-text';

const header = [
  'id',
  'createdAt',
  'owner',
  'team',
  'region',
  'product',
  'source',
  'amount',
  'stage0',
  'status',
];
const closing = ['closedAt', 'closedAmount', 'currency', 'why'];

/** What the deal sets leave out, since nothing right could be written. */
export interface DealsCsv {
  readonly text: string;
  /**
   * Deals without a creation date or an outcome, closed ones without a closing date, and removed ones: the set has no
   * way to say "not known".
   */
  readonly leftOut: number;
}

/**
 * Deals in the form in which forecasts are tested: `deals.csv`, one line a deal, known on the day of the export;
 * `toHistoryCsv` makes the changes beside it.
 *
 * `id` is the deal's key: ids of two CRMs may be alike. `owner`, `amount` and `stage0` are what the deal began with,
 * as far as its changes are kept (what came later must not be known from the start); `closedAmount` is the present
 * amount of a won deal. Both amounts are in `currency`, a column of our own: a first amount in another, or in nobody knows which, is left empty.
 *
 * @param changesOf All kept changes of a deal.
 */
export function toDealsCsv(
  deals: Iterable<Deal>,
  changesOf: (deal: Deal) => readonly DealChange[],
  { withHeader = true }: { readonly withHeader?: boolean } = {},
): DealsCsv {
  const rows: (string | null | undefined)[][] = withHeader ? [[...header, ...closing]] : [];
  let leftOut = 0;
  for (const deal of deals) {
    const { outcome, createdOn, closedOn, removedAt, currency } = deal;
    const isClosed = outcome === 'won' || outcome === 'lost';
    const isUndated = isClosed && (closedOn === undefined || closedOn === null);
    if (!createdOn || !outcome || isUndated || removedAt !== undefined) {
      leftOut += 1;
      continue;
    }
    const changes = changesOf(deal);
    rows.push([
      deal.key,
      createdOn,
      firstText(deal.owner, 'owner', changes),
      deal.team,
      deal.region,
      deal.product,
      deal.source,
      firstAmount(deal, changes),
      firstText(deal.stage, 'stage', changes),
      outcome,
      isClosed ? closedOn : '',
      outcome === 'won' ? amountText(deal.amountMinor, currency) : '',
      currency,
      outcome === 'lost' ? deal.lostReason : '',
    ]);
  }
  return { text: csvText(rows), leftOut };
}

function firstText(
  now: string | null | undefined,
  name: DealChange['field'],
  changes: readonly DealChange[],
): string {
  const first = firstChange(changes.filter(({ field }) => field === name));
  return (first === undefined ? now : first.from)?.toString() ?? '';
}

function firstAmount(deal: Deal, changes: readonly DealChange[]): string {
  const first = firstChange(changes.filter(({ field }) => field === 'amountMinor'));
  if (first === undefined) return amountText(deal.amountMinor, deal.currency);
  const { from, units } = first;
  const { currency, symbol } = amountUnit(deal);
  const isSame = units?.from.currency === currency && units?.from.symbol === symbol;
  return isSame && typeof from === 'number' ? amountText(from, currency) : '';
}
