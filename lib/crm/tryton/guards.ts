import { isRecord } from '../sync/guards';

/** Flat guards for what Tryton's interface returns: each says `undefined` to what it does not expect. */

/** A record's number as text; ids are texts everywhere else. */
export function idOf(value: unknown): string | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
}

/** `{"__class__":"Decimal","decimal":"469"}` as its decimal; exponents and specials are refused. */
export function decimalOf(value: unknown): string | undefined {
  if (!isRecord(value) || value['__class__'] !== 'Decimal' || typeof value['decimal'] !== 'string')
    return undefined;
  return plainDecimal(value['decimal']);
}

/** `{"__class__":"date","year":2017,"month":3,"day":16}` as `2017-03-16`. */
export function dateOf(value: unknown): string | undefined {
  if (!isRecord(value) || value['__class__'] !== 'date') return undefined;
  const { year, month, day } = value;
  if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number') return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** A UTC `datetime` as an ISO instant with all six digits of its second: a rounded one names another revision. */
export function instantOf(value: unknown): string | undefined {
  if (!isRecord(value) || value['__class__'] !== 'datetime') return undefined;
  const { year, month, day, hour = 0, minute = 0, second = 0, microsecond = 0 } = value;
  const parts = [year, month, day, hour, minute, second, microsecond];
  if (!parts.every((part) => typeof part === 'number')) return undefined;
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0, us = 0] = parts;
  return `${pad(y, 4)}-${pad(mo, 2)}-${pad(d, 2)}T${pad(h, 2)}:${pad(mi, 2)}:${pad(s, 2)}.${pad(us, 6)}Z`;
}

/** `1E+3` and its like are what Python writes for round decimals. */
function plainDecimal(text: string): string | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[Ee]([+-]?\d{1,2}))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = point > digits.length ? digits.padEnd(point, '0') : digits;
  const left = point > 0 ? padded.slice(0, point) : '0';
  const right = point > 0 ? padded.slice(point) : '0'.repeat(-point) + padded;
  return sign + left.replace(/^0+(?=\d)/, '') + (right === '' ? '' : `.${right}`);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
