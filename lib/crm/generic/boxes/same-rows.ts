import type { Steps } from '../../dom/in-slices';
import { isCounter } from '../is-counter';
import { linkTarget } from '../link-target';
import { idName, placeName } from '../row-keys';
import { isBefore } from './is-before';

const grids = '[role=grid],[role=treegrid],[role=table]';
const titles = 'h1,h2,h3,h4,h5,h6,caption,legend,[role=heading]';
/** Two lists of different things are not both numbered by deals. */
const dealName = /deal|opportunity/;

/**
 * Whether boxes side by side hold parts of the same rows in the same order. Two lists may well be as long, so it takes an id
 * that every row bears in all of them, or a position within one grid; whatever else contradicts keeps them apart: another
 * id, a link to another deal, a title between them.
 *
 * @param panes The rows of each box, from first to last.
 */
export function* areSameRows(panes: readonly (readonly Element[])[], base: URL): Steps<boolean> {
  const [first, ...others] = panes;
  if (!first?.length || others.length === 0 || others.some(({ length }) => length !== first.length))
    return false;
  const isCommon = (name: string) => panes.every((rows) => rows.every((row) => row.hasAttribute(name)));
  const names = (first[0]?.getAttributeNames() ?? []).filter(
    (name) => (idName.test(name) || placeName.test(name)) && isCommon(name),
  );
  const isSaid = (name: string) =>
    others.every((rows) =>
      rows.every((row, nth) => row.getAttribute(name) === first[nth]?.getAttribute(name)),
    );
  const isKeyed = names.some((name) => {
    const keys = first.map((row) => row.getAttribute(name) ?? '');
    const tellsApart = new Set(keys).size === keys.length && keys.every((key) => /\d/.test(key));
    if (!tellsApart) return false;
    return isOneGrid(panes) || (idName.test(name) && (dealName.test(name) || !isCounter(keys)));
  });
  if (!isKeyed || !names.every(isSaid) || areTitledApart(panes)) return false;
  return !(yield* linkApart(panes, base));
}

function isOneGrid(panes: readonly (readonly Element[])[]): boolean {
  const around = new Set(panes.flat().map((row) => row.closest(grids)));
  return around.size === 1 && !around.has(null);
}

/** Each is called something else, or the next one begins with a title. */
function areTitledApart(panes: readonly (readonly Element[])[]): boolean {
  const starts = panes.flatMap((rows) => rows[0] ?? []);
  const labels = starts.flatMap((row) => row.closest(`table,${grids}`)?.getAttribute('aria-label') ?? []);
  if (new Set(labels).size > 1) return true;
  const first = starts[0];
  const last = starts.at(-1);
  if (first === undefined || last === undefined) return false;
  let around: Element | null = first;
  while (around !== null && !around.contains(last)) around = around.parentElement;
  return [...(around?.querySelectorAll(titles) ?? [])].some(
    (title) =>
      isBefore(first, title) &&
      isBefore(title, last) &&
      !panes.some(([row]) => row?.parentElement?.contains(title)),
  );
}

/** Whether the parts of any row link to different deals. */
function* linkApart([first = [], ...others]: readonly (readonly Element[])[], base: URL): Steps<boolean> {
  for (const [nth, row] of first.entries()) {
    yield;
    const each = [row, ...others.flatMap((rows) => rows[nth] ?? [])]
      .map((part) => dealsIn(part, base))
      .filter((ids) => ids.length > 0);
    if (each.length > 1 && new Set(each.flat()).size > 1) return true;
  }
  return false;
}

function dealsIn(part: Element, base: URL): readonly string[] {
  return [...(part.matches('a[href]') ? [part] : []), ...part.querySelectorAll('a[href]')].flatMap(
    (link) => linkTarget(link, base)?.dealId ?? [],
  );
}
