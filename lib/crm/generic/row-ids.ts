import type { Steps } from '../dom/in-slices';
import { lastIdOf } from './deal-id';
import { dealIdNames, dragIdNames, thingIdNames } from './id-attributes';
import { isCounter } from './is-counter';
import { kindOfRow } from './kind-of-row';
import { linkTarget } from './link-target';
import { isLeadBesideDeals, subjectOfUrl } from './page-subject';
import type { Row } from './table';

/** How one row says which deal it is; both absent where it does not. */
export interface RowIdentity {
  readonly id?: string;
  readonly url?: string;
  /** The element whose text is the deal's name, where a link gave the id. */
  readonly link?: Element;
}

const vagueIdNames = [...thingIdNames, ...dragIdNames];
/** Ways to an id that no link gives, and whether what they give may be a mere counter. */
const attributes = [
  [false, (row: Row) => fromAttribute(row, dealIdNames)],
  [true, (row: Row) => fromAttribute(row, vagueIdNames)],
  [true, fromCheckbox],
] as const;

/**
 * The identity of every row of one table, decided for all rows together: from links to deals; else from the name's link,
 * if every row has one with an id of its own; else from an attribute, if its values are not a mere counter. An id that
 * two rows share is nobody's.
 *
 * @param nameAt position of the name's column
 */
export function* rowIds(
  rows: readonly Row[],
  nameAt: number | undefined,
  base: URL,
): Steps<readonly RowIdentity[]> {
  const known = rows.flatMap(({ identity }) => identity ?? []);
  if (rows.length > 0 && known.length === rows.length) return known;
  const linked = yield* ofEach(rows, (row) => fromDealLink(row, nameAt, base));
  if (linked.some(({ id }) => id !== undefined)) return linked;
  // Sums and headings of groups among the rows have no id.
  const own = rows.filter((row) => row.mark !== undefined || !/sum|heading/.test(kindOfRow(row, nameAt)));
  const found = yield* ofOwn(own, nameAt, base);
  const byRow = new Map(own.map((row, nth) => [row, found[nth]]));
  return rows.map((row) => byRow.get(row) ?? {});
}

function* ofOwn(rows: readonly Row[], nameAt: number | undefined, base: URL): Steps<readonly RowIdentity[]> {
  const named = yield* ofEach(rows, (row) => fromNameLink(row, nameAt, base));
  if (isOneEach(named.map(({ id }) => id)) && arePattern(named)) return named;
  for (const [mayCount, identify] of attributes) {
    const stated = yield* ofEach(rows, identify);
    const ids = stated.flatMap(({ id }) => id ?? []);
    if (ids.length === rows.length && isOneEach(ids) && !(mayCount && isCounter(ids))) return stated;
  }
  return [];
}

function* ofEach(rows: readonly Row[], identify: (row: Row) => RowIdentity): Steps<RowIdentity[]> {
  const found: RowIdentity[] = [];
  for (const row of rows) {
    yield;
    found.push(identify(row));
  }
  return found;
}

function fromDealLink({ element, parts, cells }: Row, nameAt: number | undefined, base: URL): RowIdentity {
  const links = [
    ...(element.matches('a[href]') ? [element] : []),
    ...parts.flatMap((part) => [...part.element.querySelectorAll('a[href]')]),
  ];
  const all = links.flatMap((link) => {
    const target = linkTarget(link, base);
    return target?.isHere === true && target.dealId !== undefined
      ? { id: target.dealId, url: target.url, link, isAction: target.isAction }
      : [];
  });
  const named = nameAt === undefined ? undefined : cells.get(nameAt);
  const inName = all.filter(({ link }) => named?.contains(link) === true);
  const [first, ...others] = inName.length > 0 ? inName : all;
  // Two deals in one row: the row is not one deal's.
  if (first === undefined || others.some(({ id }) => id !== first.id)) return {};
  const { id, url, link } = [first, ...others].find(({ isAction }) => !isAction) ?? first;
  return { id, url, link };
}

function fromNameLink({ cells, mark }: Row, nameAt: number | undefined, base: URL): RowIdentity {
  const named = nameAt === undefined ? undefined : cells.get(nameAt);
  // What may lead to the customer is the deal's only where it is known to name it.
  const own = named !== undefined && named === mark && named.matches('a[href]') ? [named] : [];
  const [only, ...more] = [...own, ...(named?.querySelectorAll('a[href]') ?? [])].flatMap((link) => {
    const target = linkTarget(link, base);
    return target?.isHere === true ? { link, url: target.url } : [];
  });
  if (only === undefined || more.length > 0) return {};
  const url = new URL(only.url);
  const isOther = subjectOfUrl(url) === 'other' || isLeadBesideDeals(url, base);
  const id = isOther ? undefined : lastIdOf(url);
  return id === undefined ? {} : { id, ...only };
}

function fromAttribute({ element, cells, mark }: Row, names: readonly string[]): RowIdentity {
  for (const name of names) {
    const place = [element, ...(mark === undefined ? [...cells.values()].slice(0, 2) : [mark])].find((at) =>
      at?.hasAttribute(name),
    );
    const id = place?.getAttribute(name)?.trim();
    if (id && isId(id)) return { id };
  }
  return {};
}

/** The box to choose a row by has the thing's id for its value. */
function fromCheckbox({ element }: Row): RowIdentity {
  const [only, ...more] = element.querySelectorAll('input[type=checkbox][value]');
  const id = more.length === 0 ? only?.getAttribute('value')?.trim() : undefined;
  return id && isId(id) ? { id } : {};
}

function isId(text: string): boolean {
  return /^[\w-]{1,80}$/.test(text) && /\d/.test(text);
}

function isOneEach(ids: readonly (string | undefined)[]): boolean {
  return ids.length > 0 && ids.every((id) => id !== undefined) && new Set(ids).size === ids.length;
}

/** Links of one list differ in nothing but the id: wherever they do, each has its own there, or its own and the name. */
function arePattern(rows: readonly RowIdentity[]): boolean {
  const all = rows.map(({ id = '', url = '' }) => ({
    id,
    parts: url.replaceAll('%2F', '/').split(/([^\w-]+)/),
  }));
  const first = all[0]?.parts ?? [];
  const apart = first.flatMap((part, at) => (all.every(({ parts }) => parts[at] === part) ? [] : [at]));
  return all.every(
    ({ id, parts }) =>
      parts.length === first.length &&
      apart.every((at) => parts[at] === id || parts[at]?.startsWith(`${id}-`) === true),
  );
}
