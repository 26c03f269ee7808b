import { dealIdOf, lastIdOf } from './deal-id';
import { subjectOfUrl } from './page-subject';
import type { Row } from './table';

/** How one row says which deal it is; both absent where it does not. */
export interface RowIdentity {
  readonly id?: string;
  readonly url?: string;
  /** The element whose text is the deal's name, where a link gave the id. */
  readonly link?: Element;
}

const dealIdNames = ['data-deal-id', 'data-opportunity-id', 'data-record-id'];
const vagueIdNames = ['data-id', 'data-item-id', 'data-entity-id'];

/**
 * The identity of every row of one table, decided for all rows together: from links to deals; else from the name's link,
 * if every row has one with an id of its own; else from an attribute, if its values are not a mere counter. An id that
 * two rows share is nobody's.
 *
 * @param nameAt position of the name's column
 */
export function rowIds(rows: readonly Row[], nameAt: number | undefined, base: URL): RowIdentity[] {
  const linked = rows.map((row) => fromDealLink(row, nameAt, base));
  if (linked.some(({ id }) => id !== undefined)) return linked;
  const named = rows.map((row) => fromNameLink(row, nameAt, base));
  if (isOneEach(named.map(({ id }) => id)) && arePattern(named)) return named;
  for (const names of [dealIdNames, vagueIdNames]) {
    const ids = rows.map((row) => fromAttribute(row, names));
    if (isOneEach(ids) && (names === dealIdNames || !isCounter(ids)))
      return ids.map((id) => (id === undefined ? {} : { id }));
  }
  return rows.map(() => ({}));
}

function linksIn(element: Element | undefined, base: URL): { link: Element; url: URL }[] {
  return [...(element?.querySelectorAll('a[href]') ?? [])].flatMap((link) => {
    const url = URL.parse(link.getAttribute('href') ?? '', base.href);
    return url === null || !/^https?:$/.test(url.protocol) || url.host !== base.host ? [] : { link, url };
  });
}

function fromDealLink({ element, cells }: Row, nameAt: number | undefined, base: URL): RowIdentity {
  const named = nameAt === undefined ? undefined : cells.get(nameAt);
  for (const place of [named, element]) {
    const found = linksIn(place, base).flatMap(({ link, url }) => {
      const id = subjectOfUrl(url) === 'deals' ? dealIdOf(url) : undefined;
      return id === undefined ? [] : { id, url: url.href, link };
    });
    const [first] = found;
    // Two deals in one row: the row is not one deal's.
    if (new Set(found.map(({ id }) => id)).size > 1) return {};
    if (first !== undefined) return first;
  }
  return {};
}

function fromNameLink({ cells }: Row, nameAt: number | undefined, base: URL): RowIdentity {
  const [only, ...more] = linksIn(nameAt === undefined ? undefined : cells.get(nameAt), base);
  if (only === undefined || more.length > 0 || subjectOfUrl(only.url) === 'other') return {};
  const id = lastIdOf(only.url);
  return id === undefined ? {} : { id, url: only.url.href, link: only.link };
}

function fromAttribute({ element, cells }: Row, names: readonly string[]): string | undefined {
  for (const name of names) {
    const place = [element, ...[...cells.values()].slice(0, 2)].find((at) => at.hasAttribute(name));
    const id = place?.getAttribute(name)?.trim();
    if (id && /^[\w-]{1,80}$/.test(id) && /\d/.test(id)) return id;
  }
  return undefined;
}

function isOneEach(ids: readonly (string | undefined)[]): boolean {
  return ids.length > 0 && ids.every((id) => id !== undefined) && new Set(ids).size === ids.length;
}

/** Links of one list differ in nothing but the id. */
function arePattern(rows: readonly RowIdentity[]): boolean {
  return new Set(rows.map(({ id = '', url = '' }) => url.replace(id, ''))).size === 1;
}

/** One more from row to row, as positions are, on every page of the list. Of a single row only 0 and 1 are suspect. */
function isCounter(ids: readonly (string | undefined)[]): boolean {
  const [first = 0, ...others] = ids.map(Number);
  return others.length === 0 ? first < 2 : others.every((number, row) => number === first + row + 1);
}
