import { parseAmount } from '../../crm/parse/parse-amount';
import type { DecimalSign } from '../../crm/parse/reading';
import { currencyExponent } from '../../money/currency-exponent';
import { toMinor } from '../../money/to-minor';

export type TargetAmount =
  | { readonly kind: 'amount'; readonly amountMinor: number; readonly currency: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly why: AmountRefusal };

/** Why an amount was not taken. Each has a sentence on the screen. */
export type AmountRefusal =
  /** Not an amount at all. */
  | 'unreadable'
  /** `1.250`: a thousand two hundred and fifty, or one and a quarter. */
  | 'two-ways'
  /** A sign that is not that of the currency sums are in. */
  | 'currency'
  /** Nothing, less than nothing, finer than the currency, or too large. */
  | 'not-a-target';

/**
 * A target as typed or pasted: English and Danish figures, `250k`, `1,2 mio.`, with or without a currency. What can be
 * read in two ways is refused.
 *
 * @param decimalSign How the paste, or the user's language, writes fractions; absent where nothing says so.
 * @param currency That of amounts which name none.
 */
export function parseTargetAmount(
  text: string,
  { decimalSign, currency }: { readonly decimalSign?: DecimalSign | undefined; readonly currency: string },
): TargetAmount {
  const reading = parseAmount(text, { decimalSign, currency });
  if (reading.kind === 'empty') return { kind: 'empty' };
  if (reading.kind === 'ambiguous') return { kind: 'refused', why: 'two-ways' };
  // `250k` is as exact as it is short; `about 250` is not.
  if (
    reading.kind === 'unreadable' ||
    (reading.approximate && /[(~≈]|^\s*(?:c|ca|approx|about)\b/i.test(text))
  )
    return { kind: 'refused', why: 'unreadable' };
  const code = reading.value.currency;
  if (code === undefined) return { kind: 'refused', why: 'currency' };
  const amountMinor = toMinor(reading.value.decimal, currencyExponent(code));
  if (amountMinor === undefined || amountMinor <= 0) return { kind: 'refused', why: 'not-a-target' };
  return { kind: 'amount', amountMinor, currency: code };
}
