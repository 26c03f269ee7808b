import type { CsvLine, CsvTable } from '../../../../export/parse-csv';
import { leadColumns, type LeadColumn } from '../../../../deal/lead-columns';
import type { LeadsHelp, LeadsRead, LeadsWish } from '../../../lead-sheet';
import type { LeadRead } from '../../../../deal/lead';
import { isEmptyText } from '../../../parse/is-empty-text';
import { parsePerson } from '../../../parse/parse-person';
import type { DateOrder } from '../../../parse/reading';
import { tallyDates } from '../../../parse/tally-dates';
import type { SheetProblem } from '../../../sheet';
import { readWhen } from '../read-when';
import { sheetIdTexts } from '../sheet-id-texts';
import { sheetIds } from '../sheet-ids';
import { sheetKeys } from '../survey-sheet';

const days = ['createdOn', 'qualifiedOn', 'convertedOn'] as const;
const people = new Set<LeadColumn>(['owner', 'convertedBy']);
const dayMs = 86_400_000;

/**
 * Reads the leads of a sheet. How its days are written is decided for each column from all its values, and where these
 * leave it open by those of its other columns; what could mean two things is left out and named.
 */
export function readLeads(
  { headings, lines }: CsvTable,
  wish: LeadsWish,
  { leadIdOf = (text) => text, dealIdOf = (text) => text, onRow }: LeadsHelp = {},
): LeadsRead {
  const keys = sheetKeys(headings);
  const unreadable: SheetProblem[] = [];
  const flagged: SheetProblem[] = [];
  const whole = lines.filter(({ row, cells }) => {
    const isWhole = cells.length === headings.length;
    if (!isWhole) unreadable.push({ row, code: 'cells', text: cells.join(' ').slice(0, 80) });
    return isWhole;
  });
  const at = (column: LeadColumn) => (wish.columns[column] === '' ? -1 : keys.indexOf(wish.columns[column]));
  const known = leadColumns.filter((column) => at(column) !== -1);
  const textOf = ({ cells }: CsvLine, column: LeadColumn) => (cells[at(column)] ?? '').slice(0, 2000);
  const orders = ordersOf(whole, textOf);
  const deals = sheetIdTexts(
    whole.map((line) => textOf(line, 'convertedTo')),
    dealIdOf,
  );
  const leads: LeadRead[] = [];
  let repeated = 0;
  for (const [nth, { id, fault, isRepeated }] of sheetIds(
    whole,
    keys.indexOf(wish.idKey),
    leadIdOf,
  ).entries()) {
    const line = whole[nth];
    onRow?.(nth);
    if (line === undefined) continue;
    const { row, cells } = line;
    if (id === undefined) {
      unreadable.push({ row, code: fault ?? 'no-id', text: cells.join(' ').slice(0, 80) });
      continue;
    }
    if (isRepeated) {
      repeated += 1;
      continue;
    }
    const values: Partial<Record<LeadColumn | 'convertedAt', string | null>> = {};
    const flag = (code: SheetProblem['code'], text: string) =>
      void flagged.push({ row, code, text: text.slice(0, 80) });
    for (const column of known) {
      const text = textOf(line, column);
      if (isEmptyText(text)) values[column] = null;
      else if (column === 'convertedTo') {
        const deal = deals[nth];
        if (deal?.id === undefined) flag('id-mangled', text);
        else values[column] = deal.id;
      } else if (isDay(column)) {
        const said = dayIn(text, { ...wish, order: orders[column] });
        if ('code' in said) flag(said.code, text);
        else {
          values[column] = said.day;
          if (column === 'convertedOn' && said.instant !== undefined) values.convertedAt = said.instant;
        }
      } else if (people.has(column)) {
        const person = parsePerson(text);
        if (person === undefined) flag('value-unreadable', text);
        else values[column] = person;
      } else values[column] = text;
    }
    leads.push({ id, ...values });
  }
  return { leads, unreadable, flagged, repeated };
}

function isDay(column: LeadColumn): column is (typeof days)[number] {
  return (days as readonly LeadColumn[]).includes(column);
}

/** In which order each column of days writes them; by the others where its own values leave it open. */
function ordersOf(
  lines: readonly CsvLine[],
  textOf: (line: CsvLine, column: LeadColumn) => string,
): Readonly<Record<(typeof days)[number], DateOrder | undefined>> {
  const tallies = days.map((column) => {
    const tally = tallyDates('');
    for (const line of lines) tally.add(textOf(line, column));
    return tally;
  });
  const proved = new Set(tallies.flatMap((tally) => tally.decide() ?? []));
  const [elsewhere] = proved.size === 1 ? proved : [];
  const [createdOn, qualifiedOn, convertedOn] = tallies.map((tally) => tally.decide({ elsewhere }));
  return { createdOn, qualifiedOn, convertedOn };
}

interface DayReading {
  readonly order: DateOrder | undefined;
  readonly zone: string;
  readonly at: string;
}

/** The user's day of a text, and the instant where it has a time. What lies after the file was written cannot be true. */
function dayIn(
  text: string,
  { order, zone, at }: DayReading,
): { readonly day: string; readonly instant: string | undefined } | { readonly code: SheetProblem['code'] } {
  const when = readWhen(text, { order, zone });
  if (when.kind !== 'when') return { code: when.kind };
  const start = Temporal.Instant.from(when.notBefore);
  const last = Date.parse(at) + dayMs;
  if (start.epochMilliseconds > last) return { code: 'history-late' };
  const day = start.toZonedDateTimeISO(zone).toPlainDate().toString();
  const isTime = Date.parse(when.at) - start.epochMilliseconds < 61_000;
  return { day, instant: isTime && when.at <= at ? when.at : undefined };
}
