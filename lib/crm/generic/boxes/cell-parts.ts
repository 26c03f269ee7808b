import type { Page } from '../../adapter';
import type { Steps } from '../../dom/in-slices';
import { grouped } from '../../../deal/grouped';
import { linesOf, textOf } from '../../dom/text-of';
import { shownText } from '../shown';
import type { Column, Row, Table } from '../table';
import { chosenParts, columnKeys, PART_SIGN } from '../taught';
import { cardPlaces, type CardPlace } from './card-places';

/** What may be offered is looked for in so many rows; what was chosen is in all of them. */
const mostRows = 200;
/** A key has 500 characters at most, 320 of them for the place. */
const longestKey = 180;
const initials = /^\p{Lu}{1,3}$/u;

type Cells = readonly (Element | undefined)[];
type Places = readonly ReadonlyMap<string, CardPlace>[];
/** Which places of a column's cells get a column of their own, besides those that the user has chosen. */
type Offer = (cells: Cells, places: Places) => readonly string[];

/** The tables with a column for each place in their cells that the user has named, also where today's cells lack it. */
export function* withChosenParts(page: Page, tables: readonly Table[]): Steps<readonly Table[]> {
  const chosen = chosenParts(page);
  if (chosen.length === 0) return tables;
  const parted: Table[] = [];
  for (const table of tables) parted.push(yield* withParts(table, chosen));
  return parted;
}

/** The table with a column for each place in its cells that the user may want to name: a name beside tags and buttons. */
export function* withAllParts(page: Page, table: Table): Steps<Table> {
  return yield* withParts(table, chosenParts(page), telling);
}

function* withParts(table: Table, chosen: readonly string[], offer?: Offer): Steps<Table> {
  const keys = columnKeys(table.columns);
  const columns: Column[] = [];
  let free = Math.max(...table.columns.map(({ at }) => at)) + 1;
  let { rows } = table;
  for (const [nth, column] of table.columns.entries()) {
    columns.push(column);
    const prefix = `${keys[nth]}${PART_SIGN}`;
    // Longer keys are not kept.
    if (prefix.length > longestKey) continue;
    const own = chosen.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    if (own.length === 0 && offer === undefined) continue;
    const cells = table.rows.map((row) => (row.isWhole ? row.cells.get(column.at) : undefined));
    const places = yield* placesIn(own.length === 0 ? cells.slice(0, mostRows) : cells);
    for (const key of new Set([...own, ...(offer?.(cells, places) ?? [])])) {
      const at = free;
      free += 1;
      columns.push({ at, heading: '', part: { of: column.at, key: `${prefix}${key}` } });
      rows = rows.map((row, one) => withPlace(row, at, places[one]?.get(key)));
    }
  }
  return { ...table, columns, rows };
}

function withPlace(row: Row, at: number, place: CardPlace | undefined): Row {
  if (place === undefined) return row;
  const cells = new Map([...row.cells, [at, place.element]]);
  if (place.lines === undefined) return { ...row, cells };
  const fixed = new Map([...(row.fixed ?? []), [at, { ...shownText(''), lines: place.lines }] as const]);
  return { ...row, cells, fixed };
}

/** The places in each cell that can be told from its others. */
function* placesIn(cells: Cells): Steps<Places> {
  const filled = cells.flatMap((cell) => (cell === undefined || textOf(cell) === '' ? [] : cell));
  const places = yield* cardPlaces(filled, 'select');
  const byCell = new Map(filled.map((cell, nth) => [cell, withoutLike(places[nth] ?? new Map())]));
  return cells.map((cell) => {
    const own = (cell && byCell.get(cell)) ?? new Map<string, CardPlace>();
    const text = cell && textBeside(cell);
    return cell === undefined || text === undefined || own.size === 0
      ? own
      : new Map([...own, ['#text', { element: cell, heading: '', lines: [text] }]]);
  });
}

/** Those that no other is like: of two alike one may go and another thing come. */
function withoutLike(places: ReadonlyMap<string, CardPlace>): ReadonlyMap<string, CardPlace> {
  const like = (key: string) => key.replace(/ \(\d+\)$/, '');
  const counts = grouped([...places.keys()], like);
  return new Map([...places].filter(([key]) => counts.get(like(key))?.length === 1));
}

/** The only text that stands in a cell itself, beside its places. */
function textBeside({ childNodes }: Element): string | undefined {
  const texts = [...childNodes].flatMap(({ nodeType, nodeValue }) =>
    nodeType === 3 && (nodeValue ?? '').trim() !== '' ? (nodeValue ?? '').replace(/\s+/g, ' ').trim() : [],
  );
  return texts.length === 1 ? texts[0] : undefined;
}

/** Places that show something else from row to row, and less than their cell does. */
function telling(cells: Cells, places: Places): readonly string[] {
  const keys = new Set(places.flatMap((own) => [...own.keys()]));
  const filled = places.filter(({ size }) => size > 0).length;
  return [...keys].filter((key) => {
    const texts = places.flatMap((own) => textAt(own.get(key)) ?? []);
    const isLess = places.some((own, nth) => {
      const cell = cells[nth];
      const text = textAt(own.get(key));
      return text !== undefined && cell !== undefined && text !== withoutInitials(cell);
    });
    const isSame = new Set(texts).size === 1 && filled > 1;
    return isLess && !isSame && !texts.every((text) => initials.test(text));
  });
}

function textAt(place: CardPlace | undefined): string | undefined {
  return place && (place.lines?.join(' ') ?? textOf(place.element));
}

function withoutInitials(cell: Element): string {
  const lines = linesOf(cell);
  return lines.filter((line) => lines.length === 1 || !initials.test(line)).join(' ');
}
