import type { ChangeSide } from '../../../deal/deal';
import type { HistoryField } from '../../../deal/file-history/file-step';
import type { CsvLine, CsvTable } from '../../../export/parse-csv';
import type { HistoryRead, HistoryWish, ReadStep, SheetHelp, SheetProblem } from '../../sheet';
import { foldWord } from '../../parse/fold-word';
import { parseCurrency } from '../../parse/parse-currency';
import { statedCurrency } from '../../parse/stated-currency';
import { tallyDates } from '../../parse/tally-dates';
import { tallyNumbers } from '../../parse/tally-numbers';
import { historyValue } from './history-values';
import { readWhen } from './read-when';
import { sheetIdTexts } from './sheet-id-texts';
import { sheetKeys } from './survey-sheet';

/** What a row says of a field whose changes are kept. */
interface Said {
  readonly line: CsvLine;
  readonly id: string;
  readonly field: HistoryField;
}

/** A row of the deal's own creation, which one CRM has among the changes of its fields. */
const creation = /^(?:created|erstellt|oprettet|cree)\.?$/;

/**
 * Reads a history of deals of a sheet. How its days and amounts are written is decided from all of them together; what
 * could mean two things is left out and named.
 */
export function readHistory(
  { headings, lines }: CsvTable,
  wish: HistoryWish,
  { idOf = (text) => text, onRow }: SheetHelp = {},
): HistoryRead {
  const keys = sheetKeys(headings);
  const at = Object.fromEntries(
    Object.entries(wish.columns).map(([column, key]) => [column, key === '' ? -1 : keys.indexOf(key)]),
  ) as Record<keyof HistoryWish['columns'], number>; // The keys are those of the columns.
  const textOf = ({ cells }: CsvLine, column: keyof HistoryWish['columns']) => cells[at[column]] ?? '';
  const unreadable: SheetProblem[] = [];
  const born = new Set<string>();
  const refuse = ({ row, cells }: CsvLine, code: SheetProblem['code'], more: Partial<SheetProblem> = {}) =>
    void unreadable.push({ row, code, text: cells.join(' ').slice(0, 80), ...more });

  const ids = sheetIdTexts(
    lines.map((line) => textOf(line, 'id')),
    idOf,
  );
  const told = new Set<string>();
  const said: Said[] = [];
  let others = 0;
  let repeated = 0;
  for (const [nth, line] of lines.entries()) {
    const { id, fault } = ids[nth] ?? {};
    const name = textOf(line, 'field');
    const field = at.field === -1 ? wish.whole : wish.fields[name];
    const whole = [
      id,
      name,
      ...(['when', 'from', 'to', 'currency'] as const).map((one) => textOf(line, one)),
    ];
    const isRepeated = told.has(whole.join('\n'));
    if (line.cells.length !== headings.length) refuse(line, 'cells');
    else if (id === undefined) refuse(line, fault ?? 'no-id');
    else if (field === undefined || field === null) {
      if (at.field !== -1 && creation.test(foldWord(name))) born.add(id);
      else others += 1;
    } else if (isRepeated) repeated += 1;
    else {
      told.add(whole.join('\n'));
      said.push({ line, id, field });
    }
  }

  const {
    when: whenOrder,
    closeOn: dateOrder,
    decimalSign,
  } = conventionsOf(said, textOf, headings[at.to] ?? '');
  const heading = statedCurrency(headings[at.to] ?? '');
  const steps: ReadStep[] = [];
  const holes = new Set<string>();
  for (const [nth, { line, id, field }] of said.entries()) {
    onRow?.(nth);
    const currency = parseCurrency(textOf(line, 'currency')) ?? heading;
    const context = { decimalSign, dateOrder, currency, zone: wish.zone };
    const leaveOut = (code: SheetProblem['code'], text: string) => {
      holes.add(holeOf(id, field));
      refuse(line, code, { field, text: text.slice(0, 80) });
    };
    const when = readWhen(textOf(line, 'when'), { order: whenOrder, zone: wish.zone });
    const from = at.from === -1 ? undefined : historyValue(textOf(line, 'from'), field, context);
    const to = historyValue(textOf(line, 'to'), field, context);
    if (when.kind !== 'when') leaveOut(when.kind, textOf(line, 'when'));
    else if (from !== undefined && 'code' in from) leaveOut(from.code, textOf(line, 'from'));
    else if ('code' in to) leaveOut(to.code, textOf(line, 'to'));
    else if (isLate(when.notBefore, wish)) leaveOut('history-late', textOf(line, 'when'));
    else steps.push(stepOf({ row: line.row, id, field, from, to, ...ended(when, wish) }));
  }
  return { steps, born, unreadable, holes, others, repeated };
}

/** The name of a deal's field among those of which something is left out. */
function holeOf(id: string, field: HistoryField): string {
  return `${field} ${id}`;
}

function stepOf({ from, ...rest }: Omit<ReadStep, 'from'> & { from: ChangeSide | undefined }): ReadStep {
  return from === undefined ? rest : { ...rest, from };
}

/** How the file writes days and amounts: each kind of them by all of its values, days by each other. */
function conventionsOf(
  said: readonly Said[],
  textOf: (line: CsvLine, column: 'when' | 'from' | 'to') => string,
  heading: string,
) {
  const [whens, days, amounts] = [tallyDates(''), tallyDates(''), tallyNumbers()];
  for (const { line, field } of said) {
    whens.add(textOf(line, 'when'));
    for (const column of ['from', 'to'] as const) {
      const text = textOf(line, column);
      if (text === '') continue;
      if (field === 'closeOn') days.add(text);
      if (field === 'amount') amounts.add(text);
    }
  }
  return {
    when: whens.decide({ elsewhere: days.decide() }),
    closeOn: days.decide({ elsewhere: whens.decide() }),
    decimalSign: amounts.decide({ currency: statedCurrency(heading) }),
  };
}

const dayMs = 24 * 3_600_000;

/** Whether a change lies after the day on which the file was written, or in the future: it cannot be true. */
function isLate(notBefore: string, { at, now }: HistoryWish): boolean {
  const then = msOf(notBefore);
  return then > msOf(at) + dayMs || then > msOf(now);
}

/** A change of the very day on which the file was written had happened by then. */
function ended(when: { notBefore: string; at: string }, { at, now }: HistoryWish) {
  const last = msOf(at) > msOf(when.notBefore) ? at : now;
  return { notBefore: when.notBefore, at: msOf(when.at) > msOf(last) ? last : when.at };
}

function msOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
