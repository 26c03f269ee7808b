import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import { dealIdOf } from './deal-id';
import { pairsIn, stillPairs } from './pairs';
import { subjectOfUrl } from './page-subject';
import { recordCells, type RecordCells } from './record-cells';

/** What a record shows, to compare it by. */
export interface RecordContent {
  readonly heading: string;
  /** Texts by label. */
  readonly values: readonly (readonly [label: string, text: string])[];
}

/** The id of the deal that an address names as a record. */
export function recordIdOf(url: URL): string | undefined {
  return subjectOfUrl(url) === 'deals' ? dealIdOf(url) : undefined;
}

/** The page's main heading: the first that says something. A dialog's may be of any level. */
export function headingOf(root: Element): Element | undefined {
  const isDialog = root.matches('dialog,[role=dialog]');
  const headings = root.querySelectorAll(
    `h1,[role=heading][aria-level="1"]${isDialog ? ',h2,h3,h4,h5,h6' : ''}`,
  );
  const first = [...headings].find((heading) => textOf(heading) !== '');
  if (first !== undefined || isDialog) return first;
  // A lesser heading is the record's where the window's title begins with it.
  const title = root.ownerDocument.title.trim();
  return [...root.querySelectorAll('h2,h3,h4')].find((heading) => {
    const text = textOf(heading);
    return text.length > 1 && title.startsWith(text);
  });
}

/**
 * The labelled values of a record: at least three known ones, one of which only deals have. Labels are searched for in
 * steps, and all values taken in the last one: they are those of one moment.
 */
export function* recordIn(root: Element): Steps<RecordCells | undefined> {
  const pairs = yield* pairsIn(root);
  const found = recordCells(stillPairs(pairs), root.closest('[lang]')?.getAttribute('lang') ?? '');
  const fields = new Set([...found.cells.map(({ field }) => field), ...found.contested]);
  const isDeal =
    (['amount', 'stage', 'closeOn'] as const).some((field) => fields.has(field)) && fields.size >= 3;
  return isDeal ? found : undefined;
}

/** What a record shows, as it is noted and compared. */
export function contentOf(
  heading: Element | undefined,
  { cells }: Pick<RecordCells, 'cells'>,
): RecordContent {
  return {
    heading: heading === undefined ? '' : textOf(heading),
    values: cells.map(({ heading: label, shown }) => [label, shown.lines.join('\n')]),
  };
}
