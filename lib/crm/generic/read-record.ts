import type { Page, ReadProblem, ReadResult } from '../adapter';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import { foldWord } from '../parse/fold-word';
import { parseAmount } from '../parse/parse-amount';
import { learnNames } from '../parse/learn-names';
import { cellContext } from './cell-context';
import { dealFromCells } from './deal-from-cells';
import { pathWithoutIds } from './deal-id';
import { fieldOfHeading } from './field-of-heading';
import { subjectOfWords } from './page-subject';
import type { Cell } from './read-values';
import type { RecordCells } from './record-cells';
import { isBeingEdited } from './record-edits';
import { contentOf, headingOf, recordIn } from './record-content';
import { recordOf } from './record-of';
import { dialogsOver, rootOf } from './root-of';
import { shownText } from './shown';
import { isStale, noteContent } from './staleness';
import { taughtOutcomes } from './taught';
import { unsettled } from './unsettled';

/** A page that shows one deal. */
export interface DealRecord extends RecordCells {
  readonly id: string;
  /** Its own address, where that of the page is not. */
  readonly url?: string;
  readonly root: Element;
  readonly heading: Element | undefined;
}

/**
 * The deal that a page shows as a record: its address names a deal, and its labelled values are a deal's. `undefined` for
 * any other page. To be read in the same step.
 */
export function* dealRecord(page: Page): Steps<DealRecord | undefined> {
  const address = recordOf(page);
  if (address === undefined) return undefined;
  const { id, mapping } = address;
  yield* learnNames();
  for (const root of [rootOf(page.document), ...dialogsOver(page.document)]) {
    const found = yield* recordIn(root, mapping);
    // A form over the page may be of something else: only what is shown as saved is the record.
    const isForm =
      root.matches('dialog,[role=dialog]') && found?.cells.some(({ shown }) => shown.isField) === true;
    if (found !== undefined && !isForm) return { ...found, id, root, heading: headingOf(root) };
  }
  return undefined;
}

/** Reads one record. Of one that is being edited no value is read: the saved ones are not shown. */
export function readRecord(page: Page, record: DealRecord): ReadResult {
  const { id, url = page.url.href, root, heading, cells, contested } = record;
  if (root.closest('[aria-busy=true]') !== null) return { kind: 'not-ready' };
  const shows = { key: id, content: JSON.stringify(contentOf(heading, { cells })) };
  const doubtful = unsettled(page.document, { id, heading: heading?.textContent ?? '', cells }, page.now);
  if (doubtful === 'all' || isStale(page.document, 'record', shows)) return { kind: 'not-ready' };
  noteContent(page.document, 'record', shows);
  const outcomes = taughtOutcomes(page);
  const context = { ...cellContext(page, root), at: page.now, isOpenView: false, outcomes };
  const headed = nameFrom(heading);
  const told = cells.filter(({ field, shown }) => field !== 'name' || isName(shown));
  const named = told.some(({ field }) => field === 'name') ? told : [...told, ...headed];
  const edited = isBeingEdited(page, id, cells);
  if (edited === 'perhaps') return { kind: 'not-ready' };
  const isEdited = edited === 'yes';
  const { read, problems } = dealFromCells(
    (isEdited ? headed : named).filter(({ field }) => !doubtful.has(field)),
    { id, url },
    { ...context, row: id },
  );
  const row = read.values.name ?? id;
  const anchor = heading ?? titleOf(root, read.values.name);
  const edits: ReadProblem[] = isEdited ? [{ code: 'unsaved-edits', row }] : [];
  const doubts = contested.flatMap((field): ReadProblem[] =>
    field === 'amount' || field === 'closeOn' || field === 'stage' || field === 'owner'
      ? [{ code: 'layout-unknown', row, field }]
      : [],
  );
  return {
    kind: 'read',
    view: { kind: 'record', name: pathWithoutIds(page.url) },
    deals: [{ read, ...(anchor === undefined ? {} : { anchor }) }],
    problems: [...problems, ...edits, ...doubts],
    rendered: 1,
  };
}

/** `Chance: 40 %` is a share, and `Potential: 50.000 €` an amount, whatever else these words may head. */
function isName({ lines }: Cell['shown']): boolean {
  const text = lines.join(' ');
  return (
    !/\p{N}/u.test(text) ||
    (/\p{L}{2}/u.test(text) && parseAmount(text, { decimalSign: '.' }).kind === 'unreadable')
  );
}

/** A lesser heading that says the deal's name, for the overlay to stand at. */
function titleOf(root: Element, name: string | null | undefined): Element | undefined {
  if (!name) return undefined;
  const titles = [...root.querySelectorAll('h2,h3,h4,h5,h6,[role=heading]')];
  return titles.find((title) => foldWord(textOf(title)) === foldWord(name));
}

/** The heading is the deal's name, unless it only says what kind of page this is. */
function nameFrom(heading: Element | undefined): Cell[] {
  const text = heading === undefined ? '' : textOf(heading);
  if (
    text === '' ||
    fieldOfHeading(text) !== undefined ||
    (/^\P{L}*\p{L}+\P{L}*$/u.test(text) && subjectOfWords(text) !== undefined)
  )
    return [];
  return [{ field: 'name', heading: '', shown: shownText(text) }];
}
