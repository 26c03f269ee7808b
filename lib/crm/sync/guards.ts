import { isoDate } from '../parse/iso-date';

/** Flat guards for what interfaces of CRMs return: each says `undefined` to what it does not expect. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON as its value; `undefined` for no text and for what is no JSON. */
export function parseJson(text: string | null | undefined): unknown {
  if (text === null || text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A list of records; one item that is none makes it no list. */
export function recordsOf(value: unknown): readonly Record<string, unknown>[] | undefined {
  return Array.isArray(value) && value.every(isRecord) ? value : undefined;
}

/**
 * A number that names a record, as text: ids are texts everywhere else. A JSON number beyond 2^53 has lost digits on
 * its way: it names another record, so it is none.
 */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined;
  return typeof value === 'string' && /^\d{1,30}$/.test(value) ? value : undefined;
}

/** A name in the CRM's own letters, where it names things so: `closedwon`, `f3a1-…`. */
export function keyOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w-]{1,100}$/.test(value) ? value : undefined;
}

/** A currency's ISO code; `null` where none is stated, and `undefined` for what is none. */
export function currencyOf(value: unknown): string | null | undefined {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? value : undefined;
}

/** A text without its outer white space; `undefined` where there is none. */
export function textOf(value: unknown): string | undefined {
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return trimmed === '' ? undefined : trimmed;
}

/** A plain decimal of a number. One of more than fifteen digits before the point is none: a float holds no more. */
export function decimalOf(value: unknown): string | undefined {
  if (typeof value !== 'number') return undefined;
  // Beyond these the text of a number has an exponent.
  return Math.abs(value) < 1e15 && (value === 0 || Math.abs(value) >= 1e-6) ? String(value) : undefined;
}

/** A plain decimal of a text that is one: for interfaces that write all their values as texts, and for them alone. */
export function decimalText(value: unknown): string | undefined {
  return typeof value === 'string' && /^-?\d{1,18}(?:\.\d{1,9})?$/.test(value) ? value : undefined;
}

/** `2026-12-18`, of a day that exists. */
export function dayOf(value: unknown): string | undefined {
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  return parts === null ? undefined : isoDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

const stamp = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * An instant of a text as ISO 8601 in UTC, to the millisecond. A text without a zone is one where the interface says
 * that it writes UTC so; elsewhere it is none.
 */
export function instantOf(value: unknown, { bare }: { readonly bare?: 'utc' } = {}): string | undefined {
  const parts = typeof value === 'string' ? stamp.exec(value) : null;
  if (parts === null) return undefined;
  const [, day = '', clock = '', zone = bare === 'utc' ? 'Z' : undefined] = parts;
  if (zone === undefined || dayOf(day) === undefined) return undefined;
  return instantOfMs(Date.parse(`${day}T${clock}${zone.replace(/(\d{2})(\d{2})$/, '$1:$2')}`));
}

/** An instant of milliseconds since 1970, within the years of our days. */
export function instantOfMs(ms: number): string | undefined {
  // 1900 and 2200: others are of another unit.
  return ms >= -2_208_988_800_000 && ms < 7_258_118_400_000 ? new Date(ms).toISOString() : undefined;
}

/** A share 0..1 of a number of percent. */
export function shareOfPercent(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 100 ? value / 100 : undefined;
}
