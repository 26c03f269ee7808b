import type { StatedAmount } from '../../deal/deal';
import { hasThreeDecimals } from './has-three-decimals';
import { isEmptyText } from './is-empty-text';
import { isSameNumber } from './is-same-number';
import { numberReadings } from './number-readings';
import type { DecimalSign, Reading } from './reading';
import { shiftDecimal } from './shift-decimal';
import { splitAmount, type AmountParts } from './split-amount';
import { tidyText } from './tidy-text';
import { withCurrency } from './with-currency';

export interface AmountContext {
  /** How this column writes fractions, by `decideDecimalSign`; absent where that is not known. */
  readonly decimalSign?: DecimalSign | undefined;
  /** ISO code from the heading or the record's currency field. */
  readonly currency?: string | undefined;
}

/**
 * Reads one amount exactly, or says why not. Compact forms (`$12.3k`) and `~` are approximate. Of `A (B)` in two
 * currencies the first is taken, as approximate, for one of the two was converted. Other cells with two amounts are
 * ambiguous. A doubtful `36.340` is read as thousands where the column groups by that sign; as thousandths only in a
 * currency that has them.
 *
 * @example parseAmount('93.000,00 kr.', {}) // value { decimal: '93000.00', symbol: 'kr.' }
 * @example parseAmount('$36,340', {}) // ambiguous
 */
export function parseAmount(text: string, context: AmountContext): Reading<StatedAmount> {
  if (isEmptyText(text)) return { kind: 'empty' };
  const tidy = tidyText(text);
  const lines = tidy.split('\n');
  if (lines.filter((line) => /\d/.test(line)).length > 1) return { kind: 'ambiguous' };
  const line = lines.join(' ');
  const parts = splitAmount(line);
  if (parts !== undefined) return readParts(parts, context);
  const pair = /^([^()]+) ?\(([^()]+)\)$/.exec(line);
  const first = splitAmount(pair?.[1]?.trim() ?? '');
  const second = splitAmount(pair?.[2]?.trim() ?? '');
  if (first === undefined || second === undefined) return { kind: 'unreadable' };
  const isConverted =
    markOf(first) !== undefined && markOf(second) !== undefined && markOf(first) !== markOf(second);
  return isConverted ? readParts({ ...first, isAbout: true }, context) : { kind: 'ambiguous' };
}

function markOf({ currency, symbol }: AmountParts): string | undefined {
  return currency ?? symbol;
}

function readParts(parts: AmountParts, { decimalSign, currency }: AmountContext): Reading<StatedAmount> {
  const readings = numberReadings(parts.digits);
  const isDoubtful = !isSameNumber(readings);
  const number = isDoubtful ? decimalSign && readings[decimalSign] : (readings['.'] ?? readings[',']);
  if (number === undefined) return { kind: isDoubtful ? 'ambiguous' : 'unreadable' };
  const code = parts.currency ?? currency;
  const isThousandths = isDoubtful && number.includes('.');
  if (isThousandths && !(code !== undefined && hasThreeDecimals(code))) return { kind: 'ambiguous' };
  const stated = {
    decimal: shiftDecimal(parts.isNegative ? `-${number}` : number, parts.scale),
    ...(parts.currency === undefined ? {} : { currency: parts.currency }),
    ...(parts.symbol === undefined ? {} : { symbol: parts.symbol }),
  };
  if (!/^-?\d{1,18}(\.\d+)?$/.test(stated.decimal)) return { kind: 'unreadable' };
  return {
    kind: 'value',
    value: withCurrency(stated, currency),
    approximate: parts.scale > 0 || parts.isAbout,
  };
}
