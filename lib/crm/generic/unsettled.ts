import type { GenericField } from './fields';
import type { Cell } from './read-values';

/** Pages fetch the parts of a record one by one: what has stood for this long is the record's own. */
const settledMs = 3000;
/** Nothing but the heading has changed: two deals that are alike, or the answer is still on its way. */
const allAlikeMs = 10_000;
/** Values that are read together: an amount with the currency of another deal would be a wrong amount. */
const together: readonly (readonly GenericField[])[] = [
  ['amount', 'currency', 'mrr', 'arr'],
  ['stage', 'status'],
];

interface Shown {
  readonly name: string;
  readonly values: ReadonlyMap<GenericField, string>;
}

interface Sight {
  readonly id: string;
  readonly shown: Shown;
  /** What stood here under the address before. */
  readonly before: Shown | undefined;
  /** Instant of the last change of the address or the content. */
  readonly since: string;
  readonly isSettled: boolean;
}

const seen = new WeakMap<Document, Sight>();

/**
 * Which values of a record are not to be believed yet. A page changes its address first, its heading from what it has at
 * hand next, and the values when the answers arrive, often one after the other; until then the old deal's amount, or
 * none, stands under the new deal's id. So values that are the same as before the address changed, and empty ones,
 * count only when the page has rested for three seconds.
 *
 * @returns The fields in doubt, `name` for the heading among them, or `all`: nothing of the record is there yet.
 */
export function unsettled(
  document: Document,
  record: { readonly id: string; readonly heading: string; readonly cells: readonly Cell[] },
  now: string,
): ReadonlySet<GenericField> | 'all' {
  const shown: Shown = {
    name: record.heading,
    values: new Map(record.cells.map(({ field, shown: at }) => [field, textOfShown(at)])),
  };
  const sight = nextSight(seen.get(document), { id: record.id, shown, now });
  seen.set(document, sight);
  if (sight.isSettled) return new Set();
  const doubtful = new Set(
    [...shown.values].flatMap(([field, text]) => (isDoubtful(field, text) ? field : [])),
  );
  const isAll = doubtful.size === shown.values.size;
  const isAlike = sight.before?.name === shown.name;
  if (isAll && isAlike) return 'all';
  if (Date.parse(now) - Date.parse(sight.since) >= (isAll ? allAlikeMs : settledMs)) {
    seen.set(document, { ...sight, isSettled: true });
    return new Set();
  }
  if (isAll) return 'all';
  for (const group of together) {
    if (group.some((field) => doubtful.has(field))) for (const field of group) doubtful.add(field);
  }
  if (isAlike) doubtful.add('name');
  return doubtful;

  function isDoubtful(field: GenericField, text: string): boolean {
    return text === '' || sight.before?.values.get(field) === text;
  }
}

/** Dashes and pictures are something that the page shows; a field that is being edited is not empty. */
function textOfShown({ lines, isEdited, isPicture }: Cell['shown']): string {
  if (lines.length > 0) return lines.join('\n');
  return isEdited ? 'edited' : isPicture ? 'picture' : '';
}

function nextSight(
  last: Sight | undefined,
  { id, shown, now }: { readonly id: string; readonly shown: Shown; readonly now: string },
): Sight {
  if (last?.id !== id) return { id, shown, before: last?.shown, since: now, isSettled: false };
  return isSame(last.shown, shown) ? last : { ...last, shown, since: now };
}

function isSame(one: Shown, other: Shown): boolean {
  return JSON.stringify([one.name, ...one.values]) === JSON.stringify([other.name, ...other.values]);
}
