import { contentHash } from './content-hash';
import type { DealRead } from './deal';

/**
 * Name of a row that shows no id: `number:<n>` where it shows the deal's number, else `hash:<digest>` of what seldom
 * changes about a deal (name, account, created on, owner). Rows of two different deals may share a `hash:` name, and
 * one deal may have two over time; such rows are therefore shown and never counted (see {@link isCounted}).
 *
 * @example fingerprintOf({ values: { number: ' 4711 ' } }) // 'number:4711'
 */
export function fingerprintOf(read: Pick<DealRead, 'values'>): string {
  const { number, name, account, createdOn, owner } = read.values;
  const shown = number?.trim();
  if (shown !== undefined && shown !== '') return `number:${shown}`;
  return `hash:${contentHash([name ?? null, account ?? null, createdOn ?? null, owner ?? null])}`;
}
