import type { Page, ReadProblem } from '../../adapter';
import type { Steps } from '../../dom/in-slices';
import { textOf } from '../../dom/text-of';
import { foldWord } from '../../parse/fold-word';
import { dealIdOf } from '../deal-id';
import type { DealBoard } from '../deal-tables';
import type { FieldGuess } from '../field-of-heading';
import type { GenericField } from '../fields';
import { linkTarget } from '../link-target';
import { shownText, type Shown } from '../shown';
import type { Row } from '../table';
import type { Board } from './board-columns';
import { alone, behindLabel, byPlace } from './card-name';
import { cardValues, mostPlaces, type CardValue, type CardValues } from './card-values';
import { columnNames } from './column-names';
import type { Card } from './find-cards';

/** Of this share of the cards on, what they share is no accident, and what stands first is no name on any of them. */
const sharedByAccounts = 1 / 3;

interface ReadCard extends CardValues {
  readonly card: Card;
  /** The name of the column that it lies in. */
  readonly stage: string | undefined;
}

/**
 * A board as a table of deals: a row for each card, a column for each field that any card has, and the name of the card's
 * column as its stage. `undefined` where it is none of deals.
 *
 * @param on.found All cards of the page, also those that lie in none of the board's columns.
 */
export function* dealBoard(
  page: Page,
  { found, board }: { readonly found: readonly Card[]; readonly board: Board },
): Steps<DealBoard | undefined> {
  const own = dealIdOf(page.url);
  const leads = (card: Card) => linkTarget(card.mark, page.url)?.dealId;
  // What lies in columns on a deal's own page are its tasks, say, unless each leads to a deal of its own.
  if (own !== undefined && found.some((card) => (leads(card) ?? own) === own)) return undefined;
  if (found.length > 2 * cardsOn(board).length || areThings(found, page.url)) return undefined;
  const heads = columnNames(board);
  const context = { base: page.url, isRepeated: yield* repeatedOn(found) };
  const drawn: ReadCard[] = [];
  for (const [nth, column] of board.columns.entries()) {
    for (const card of column.cards) {
      yield;
      drawn.push({ card, stage: heads[nth], ...cardValues(card, context) });
    }
  }
  const cards = withoutVagueNames(drawn);
  // Cards that name another stage lie in columns of another kind.
  const isByStage = cards.every(({ stage, values }) => agree(stage, values.get('stage')));
  const read = isByStage ? cards : cards.map((card) => ({ ...card, stage: undefined }));
  const fields = [
    ...new Set<GenericField>(['name', 'stage', ...cards.flatMap(({ values }) => [...values.keys()])]),
  ];
  const hasAmount = cards.some(
    ({ values, contested }) => values.has('amount') || contested.includes('amount'),
  );
  if (!hasAmount && read.every(({ stage, values }) => stage === undefined && !values.has('stage')))
    return undefined;
  const columns = fields.map((field, at) => ({ at, heading: headingOf(field, cards) }));
  const known = fields.map((field, at): [number, FieldGuess] => [at, { field, confidence: 1 }]);
  return {
    board: {
      table: {
        element: board.element,
        columns,
        rows: read.map((one) => rowOf(one, fields)),
        isBusy: board.element.closest('[aria-busy=true]') !== null,
      },
      known: new Map(known),
      nameAt: 0,
      contested: read.some(({ stage, values }) => stage === undefined && !values.has('stage'))
        ? ['stage']
        : [],
    },
    problems: [...cards.flatMap(problemsOf), ...withoutColumn(found, board)],
  };
}

/**
 * No place is surely that of the name: behind what only some cards show, on those few cards with more texts than the
 * others, and where several cards show the same first, which may be whom the deals are with.
 */
function withoutVagueNames(cards: readonly ReadCard[]): readonly ReadCard[] {
  const names = cards.flatMap(({ values }) => values.get('name') ?? []);
  const first = names.filter(({ confidence }) => confidence === byPlace);
  const behind = names.filter(({ confidence }) => confidence === behindLabel);
  const texts = first.map(({ place }) => textOf(place));
  const isShared = ({ place }: CardValue) => texts.filter((text) => text === textOf(place)).length > 1;
  const areVague =
    behind.length > 0 ||
    first.length < names.filter(({ confidence }) => confidence >= alone).length ||
    first.filter(isShared).length >= first.length * sharedByAccounts;
  const isVague = (name: CardValue) =>
    name.confidence === behindLabel
      ? behind.length < names.length
      : name.confidence === byPlace && (areVague || isShared(name));
  return cards.map((card) => {
    const name = card.values.get('name');
    return name === undefined || !isVague(name)
      ? card
      : {
          ...card,
          values: new Map([...card.values].filter(([field]) => field !== 'name')),
          contested: [...card.contested, 'name'],
        };
  });
}

/** Cards that all lead to orders, tickets or candidates, and none to a deal. */
function areThings(cards: readonly Card[], base: URL): boolean {
  return cards.every(({ element }) => {
    const targets = [element, ...element.querySelectorAll('a[href]')].flatMap(
      (link) => (link.matches('a[href]') ? linkTarget(link, base) : undefined) ?? [],
    );
    return targets.some(({ isThing }) => isThing) && targets.every(({ dealId }) => dealId === undefined);
  });
}

function agree(stage: string | undefined, own: CardValue | undefined): boolean {
  if (stage === undefined || own === undefined) return true;
  const said = own.lines?.join(' ') ?? textOf(own.place);
  return foldWord(said) === foldWord(stage);
}

function cardsOn({ columns }: Board): readonly Card[] {
  return columns.flatMap(({ cards }) => cards);
}

function headingOf(field: GenericField, cards: readonly ReadCard[]): string {
  return cards.map(({ values }) => values.get(field)?.heading).find(Boolean) ?? '';
}

function rowOf({ card, stage, values }: ReadCard, fields: readonly GenericField[]): Row {
  const cells = new Map<number, Element>();
  const fixed = new Map<number, Shown>();
  for (const [at, field] of fields.entries()) {
    const value = values.get(field);
    if (value !== undefined) cells.set(at, value.place);
    const lines = field === 'stage' && stage !== undefined ? [stage] : value?.lines;
    if (lines !== undefined) fixed.set(at, { ...shownText(''), lines });
  }
  return cardRow(card, { cells, fixed });
}

/** A card as a row of a table. */
export function cardRow({ element, mark }: Card, { cells, fixed }: Pick<Row, 'cells' | 'fixed'>): Row {
  const raw = element.textContent ?? '';
  const parts = [{ element, raw }];
  return { element, parts, raw, text: raw.trim(), cells, ...(fixed && { fixed }), mark, isWhole: true };
}

/** Which short texts stand on most of the cards: they are labels. Of a single card nothing is known. */
export function* repeatedOn(cards: readonly Card[]): Steps<(text: string) => boolean> {
  const counts = new Map<string, number>();
  for (const { element } of cards) {
    yield;
    const texts = new Set([...element.querySelectorAll('*')].slice(0, mostPlaces).map(textOf));
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return (text) => cards.length === 1 || (counts.get(text) ?? 0) * 2 >= Math.max(cards.length, 4);
}

/** Cards of the board that lie in none of its columns. */
export function withoutColumn(found: readonly Card[], board: Board): readonly ReadProblem[] {
  const { element, columns } = board;
  const placed = new Set(cardsOn(board));
  const isColumn = (one: Element) => columns.some((column) => column.element === one);
  return found.flatMap((card): ReadProblem[] =>
    placed.has(card) || !element.contains(card.element) || isColumn(card.element)
      ? []
      : [{ code: 'row-unreadable', row: textOf(card.element).slice(0, 80) }],
  );
}

/** Of two amounts on a card neither is read, and that is said. */
function problemsOf({ card, contested, values }: ReadCard, nth: number): readonly ReadProblem[] {
  const row = values.get('name')?.place.textContent?.trim().slice(0, 200) || `card ${nth + 1}`;
  const text = textOf(card.element).slice(0, 80);
  return contested.flatMap((field): ReadProblem[] => {
    if (field === 'name') return [{ code: 'layout-unknown', row: text, field }];
    if (field === 'amount') return [{ code: 'amount-ambiguous', row, field, text }];
    return field === 'closeOn' ? [{ code: 'date-ambiguous', row, field, text }] : [];
  });
}
