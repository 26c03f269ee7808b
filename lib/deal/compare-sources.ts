import { compareInstants } from '../calendar/compare-instants';
import type { FieldSource } from './deal';

/**
 * Which of two sources of one field is believed: positive where `a` is.
 *
 * 1. An exact value before a rounded or cut one, whenever each was seen: `$12.3k` says less than `12,345.00`.
 * 2. Among equally exact ones the one seen later, by the read's own time and not by its arrival. A page rendered
 *    after the last interface read and showing something else is newer evidence of the same CRM; and since a reader
 *    sends a row again only when its content has changed, an old rendering does not come back with a new time.
 * 3. At the same instant the CRM's interface before its page.
 *
 * A total preorder, so the believed value never depends on the order in which reads arrive.
 */
export function compareSources(a: FieldSource, b: FieldSource): number {
  return isExact(a) - isExact(b) || compareInstants(a.at, b.at) || isApi(a) - isApi(b);
}

function isExact({ from }: FieldSource): number {
  return from === 'page-approximate' ? 0 : 1;
}

function isApi({ from }: FieldSource): number {
  return from === 'api' ? 1 : 0;
}
