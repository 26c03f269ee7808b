import { closingDay } from '../../lib/deal/closing-day';
import type { Deal } from '../../lib/deal/deal';
import type { Convert } from '../../lib/pipeline/converter';

/** In which currency deals are valued, and with what. */
export interface Valuation {
  /** Reporting currency; `undefined` while it is not known: then nothing is summed. */
  readonly currency: string | undefined;
  readonly convert: Convert;
  readonly today: string;
}

/** How a deal's amount stands to the reporting currency's sum. */
export type Value =
  | { readonly kind: 'sum'; readonly minor: number }
  | { readonly kind: 'apart' }
  | { readonly kind: 'no-amount' };

/** The unit of a deal's amount: its code, else the sign as shown, else `?`; `undefined` where it has no amount. */
export function unitOfDeal(deal: Deal): string | undefined {
  if (typeof deal.amountMinor !== 'number') return undefined;
  return deal.currency ?? deal.currencySymbol ?? '?';
}

/** The day whose rate converts a deal, as in the popup's sums: its closing day where it is closed, else today. */
export function rateDayOf(deal: Deal, today: string): string {
  return closingDay(deal, today)?.on ?? today;
}

/** A deal's amount in the reporting currency. */
export function valueDeal(deal: Deal, { currency, convert, today }: Valuation): Value {
  if (typeof deal.amountMinor !== 'number') return { kind: 'no-amount' };
  if (typeof deal.currency !== 'string' || currency === undefined) return { kind: 'apart' };
  const minor = convert(deal.amountMinor, deal.currency, rateDayOf(deal, today));
  return minor === undefined ? { kind: 'apart' } : { kind: 'sum', minor };
}
