import type { DecimalSign } from './reading';

/** What the same figures mean under each convention; a key is absent where they cannot be written that way. */
export type NumberReadings = Partial<Record<DecimalSign, string>>;

const plain = /^\d{1,18}$/;
const grouped: Readonly<Record<string, RegExp>> = {
  ' ': /^[1-9]\d{0,2}(?: \d{3})+$/,
  "'": /^[1-9]\d{0,2}(?:'\d{3})+$/,
  '.': /^[1-9]\d{0,2}(?:\.\d{3})+$/,
  ',': /^[1-9]\d{0,2}(?:,\d{3})+$/,
};
/** Lakhs and crores: the last group has three figures, the others two. */
const indian = /^[1-9]\d?(?:,\d{2})+,\d{3}$/;

/**
 * Every plain decimal that figures with their signs can mean: `1.234,56` only one, `1.234` two, `12 34` none.
 * A fraction of more than three figures counts only after an ungrouped whole part of at least four, for figures that
 * no page groups by four (`1,2345`) must not become a fraction.
 *
 * @example numberReadings('36.340') // { '.': '36.340', ',': '36340' }
 */
export function numberReadings(digits: string): NumberReadings {
  const point = readUnder(digits, '.');
  const comma = readUnder(digits, ',');
  return { ...(point === undefined ? {} : { '.': point }), ...(comma === undefined ? {} : { ',': comma }) };
}

function readUnder(digits: string, decimalSign: DecimalSign): string | undefined {
  const [whole = '', fraction, ...more] = digits.split(decimalSign);
  if (more.length > 0) return undefined;
  const sign = /[^\d]/.exec(whole)?.[0];
  const isWhole =
    sign === undefined ? plain.test(whole) : (grouped[sign]?.test(whole) ?? false) || indian.test(whole);
  const bare = whole.replace(/\D/g, '');
  if (!isWhole || bare.length > 18) return undefined;
  // Leading zeros go: `007` is no amount that a page writes, `0` is.
  const number = bare.replace(/^0+(?=\d)/, '');
  if (fraction === undefined) return number;
  const most = sign === undefined && whole.length >= 4 ? 9 : 3;
  return /^\d+$/.test(fraction) && fraction.length <= most ? `${number}.${fraction}` : undefined;
}
