import type { StatedAmount } from '../../deal/deal';
import { amountsIn } from './amounts-in';
import { hasThreeDecimals } from './has-three-decimals';
import { isEmptyText } from './is-empty-text';
import { isSameNumber } from './is-same-number';
import { numberReadings } from './number-readings';
import type { DecimalSign, Reading } from './reading';
import { powersOf } from './powers-of';
import { shiftDecimal } from './shift-decimal';
import type { AmountParts } from './split-amount';
import { withCurrency } from './with-currency';

export interface AmountContext {
  /** How this column writes fractions, by `decideDecimalSign`; absent where that is not known. */
  readonly decimalSign?: DecimalSign | undefined;
  /** ISO code from the heading or the record's currency field, or the heading's shared sign (`$`, `kr`). */
  readonly currency?: string | undefined;
}

/**
 * Reads one amount exactly, or says why not. Compact forms (`$12.3k`) and `~` are approximate. Of `A (B)` in two
 * currencies the first is taken, as approximate, for one of the two was converted. Other cells with two amounts are
 * ambiguous. A doubtful `36.340` is read as thousands where the column groups by that sign; as thousandths only in a
 * currency that has them, or before a word that multiplies.
 *
 * @example parseAmount('93.000,00 kr.', {}) // value { decimal: '93000.00', symbol: 'kr.' }
 * @example parseAmount('$36,340', {}) // ambiguous: { decimal: '36.340', symbol: '$' }, { decimal: '36340', symbol: '$' }
 */
export function parseAmount(text: string, context: AmountContext): Reading<StatedAmount> {
  if (isEmptyText(text)) return { kind: 'empty' };
  const { all, isConverted } = amountsIn(text);
  const [first, second] = all;
  if (first === undefined) return { kind: 'unreadable' };
  if (second === undefined) return readParts(first, context);
  if (isConverted) return readParts({ ...first, isAbout: true }, context);
  return {
    kind: 'ambiguous',
    readings: all.flatMap((parts) => {
      const reading = readParts(parts, context);
      return reading.kind === 'value' ? reading.value : reading.kind === 'ambiguous' ? reading.readings : [];
    }),
  };
}

function readParts(parts: AmountParts, { decimalSign, currency }: AmountContext): Reading<StatedAmount> {
  const readings = numberReadings(parts.digits);
  const isDoubtful = !isSameNumber(readings);
  const stated = withCurrency({ decimal: '', ...markOf(parts) }, currency);
  const mark = stated.currency ?? stated.symbol;
  const powers = parts.scaleWord === undefined ? [0] : powersOf(parts.scaleWord, mark);
  const readUnder = (sign: DecimalSign) =>
    powers.flatMap((power) => {
      const number = readings[sign];
      const decimal = number && shiftDecimal(parts.isNegative ? `-${number}` : number, power);
      return decimal && /^-?\d{1,18}(\.\d+)?$/.test(decimal) ? decimal : [];
    });
  const all = [...new Set([...readUnder('.'), ...readUnder(',')])].map((decimal) => ({ ...stated, decimal }));
  const [only] = isDoubtful ? (decimalSign === undefined ? [] : readUnder(decimalSign)) : [all[0]?.decimal];
  if (all.length === 0) return { kind: 'unreadable' };
  const isThousandths = isDoubtful && (decimalSign === undefined || readings[decimalSign]?.includes('.'));
  const mayBeSo = !isThousandths || parts.scaleWord !== undefined || hasThreeDecimals(stated.currency ?? '');
  if (only === undefined || powers.length > 1 || !mayBeSo) return { kind: 'ambiguous', readings: all };
  return {
    kind: 'value',
    value: { ...stated, decimal: only },
    approximate: parts.scaleWord !== undefined || parts.isAbout,
  };
}

function markOf({ currency, symbol }: AmountParts): Pick<StatedAmount, 'currency' | 'symbol'> {
  return { ...(currency === undefined ? {} : { currency }), ...(symbol === undefined ? {} : { symbol }) };
}
