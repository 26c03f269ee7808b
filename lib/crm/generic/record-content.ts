import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import type { Mapping } from '../../deal/mapping';
import { foldWord } from '../parse/fold-word';
import { fieldOfHeading } from './field-of-heading';
import { namedPlaces, placesNamed } from './named-places';
import { pairsIn, stillPairs } from './pairs';
import { recordCells, type RecordCells } from './record-cells';
import { stageBars } from './stage-bar';
import { isTaughtRecord } from './taught';

/** What a record shows, to compare it by. */
export interface RecordContent {
  readonly heading: string;
  /** Texts by label. */
  readonly values: readonly (readonly [label: string, text: string])[];
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
 * The labelled values of a record: at least three known ones, one of which only deals have, unless the user has taught it.
 * Labels are searched for in steps, and all values taken in the last one: they are those of one moment.
 */
export function* recordIn(root: Element, mapping?: Mapping): Steps<RecordCells | undefined> {
  const said = (heading: string) => mapping?.columns[foldWord(heading)];
  const pairs = yield* pairsIn(
    root,
    (text) => said(text) !== undefined || fieldOfHeading(text) !== undefined,
  );
  const places = yield* placesNamed(root);
  const labelled = stillPairs(pairs);
  const still = [...labelled, ...stageBars(root), ...namedPlaces(places, labelled)];
  const keys = labelled.map(({ heading }) => foldWord(heading));
  const isTaught = mapping !== undefined && isTaughtRecord(keys, mapping);
  const language = root.closest('[lang]')?.getAttribute('lang') ?? '';
  const found = recordCells(still, language, isTaught ? ({ heading }) => said(heading) : undefined);
  const fields = new Set([...found.cells.map(({ field }) => field), ...found.contested]);
  const isDeal =
    (['amount', 'stage', 'closeOn'] as const).some((field) => fields.has(field)) && fields.size >= 3;
  return isDeal || isTaught ? found : undefined;
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
