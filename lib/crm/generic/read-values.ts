import type { DealField, DealValues, StatedAmount } from '../../deal/deal';
import type { ProblemCode } from '../adapter';
import { foldWord } from '../parse/fold-word';
import { isEmptyText } from '../parse/is-empty-text';
import { parseAmount } from '../parse/parse-amount';
import { parseCurrency } from '../parse/parse-currency';
import { statedCurrency } from '../parse/stated-currency';
import { parseOutcome } from '../parse/parse-outcome';
import { parsePercent } from '../parse/parse-percent';
import { parsePerson } from '../parse/parse-person';
import { parseYesNo } from '../parse/parse-yes-no';
import type { DateOrder, DecimalSign, Reading } from '../parse/reading';
import { isPersonField } from './field-kinds';
import type { GenericField } from './fields';
import { readDay, readInstant } from './read-date';
import { settledByMachine } from './settled-by-machine';
import type { Shown } from './shown';

/** One value to read, with what its column and page decided. */
export interface Cell {
  readonly field: GenericField;
  readonly heading: string;
  readonly shown: Shown;
  readonly decimalSign?: DecimalSign | undefined;
  readonly dateOrder?: DateOrder | undefined;
}

export interface CellContext {
  readonly language: string;
  readonly today: string;
  /** The reader's own IANA time zone, for times that name none: approximate. */
  readonly zone: string;
}

export interface CellProblem {
  readonly code: ProblemCode;
  readonly field: DealField;
  readonly text: string;
}

export interface CellsRead {
  readonly values: DealValues;
  readonly approximate: readonly DealField[];
  readonly problems: readonly CellProblem[];
}

type Draft = { -readonly [Field in keyof DealValues]: DealValues[Field] };

const dayFields = [
  'createdOn',
  'closeOn',
  'closedOn',
  'stageSince',
  'lastActivityOn',
  'nextStepOn',
  'contractEndOn',
] as const;
const qualifications = ['authority', 'need', 'urgency', 'money'] as const;
const textFields = [
  'number',
  'name',
  'account',
  'product',
  'region',
  'team',
  'pipeline',
  'stage',
  'forecastCategory',
  'source',
  'channel',
  'nextStep',
  'lostReason',
] as const;

/**
 * Reads the values of one deal. A value that cannot be read for certain is left out and reported; one that stands in a
 * field being edited, or only as a picture, is left out as not shown.
 */
export function readValues(cells: readonly Cell[], context: CellContext): CellsRead {
  const values: Draft = {};
  const approximate: DealField[] = [];
  const problems: CellProblem[] = [];
  const currencyCell = cells.find(({ field }) => field === 'currency');
  const currency = currencyCell && parseCurrency(currencyCell.shown.lines.join(' '));
  for (const cell of cells) {
    const { field, shown } = cell;
    if (shown.isEdited || shown.isPicture) continue;
    const text = shown.lines.join(' ').trim();
    const refuse = (code: ProblemCode, about: DealField) =>
      void problems.push({ code, field: about, text: text.slice(0, 80) });
    if (field === 'amount' || field === 'mrr' || field === 'arr') {
      const about = field === 'amount' ? 'amount' : 'recurring';
      const stated = currency ?? statedCurrency(cell.heading);
      const parsed = parseAmount(shown.lines.join('\n'), {
        decimalSign: cell.decimalSign,
        currency: stated,
      });
      const reading = settledByMachine(parsed, cell, stated);
      if (reading.kind === 'value' && shown.isShared) refuse('amount-ambiguous', about);
      else if (reading.kind === 'unreadable' || reading.kind === 'ambiguous')
        refuse(`amount-${reading.kind}`, about);
      else if (field === 'amount') values.amount = valueOf(reading);
      else if (!values.recurring) Object.assign(values, recurringOf(field, valueOf(reading)));
      // Two columns state it: the first value is taken, with the period of its own column.
      else continue;
      if (reading.kind === 'value' && reading.approximate) approximate.push(about);
    } else if (isOneOf(dayFields, field)) {
      const reading = readDay(cell, context);
      if (reading.kind === 'value') values[field] = reading.value;
      else if (reading.kind === 'empty') values[field] = null;
      else refuse(`date-${reading.kind}`, field);
      if (reading.kind === 'value' && reading.approximate) approximate.push(field);
    } else if (field === 'firstTouchAt' || field === 'meetingSetFor') {
      const reading = readInstant(cell, context);
      if (reading.kind === 'value') values[field] = reading.value;
      else if (reading.kind === 'empty') values[field] = null;
      else if (reading.kind !== 'day-only') refuse(`date-${reading.kind}`, field);
      else if (field === 'meetingSetFor') values[field] = reading.day;
      if (reading.kind === 'value' && reading.approximate) approximate.push(field);
    } else if (field === 'crmProbability') {
      const reading = parsePercent(text, cell.heading.includes('%'));
      if (reading.kind === 'value') values[field] = reading.value;
      else if (reading.kind === 'empty') values[field] = null;
      else refuse('value-unreadable', field);
    } else if (isPersonField(field)) {
      const person = parsePerson(withoutInitials(shown.lines));
      // A name with an address behind it: where the one ends is not said.
      if (person === undefined || /\s.*\p{L}@/u.test(person ?? '')) refuse('value-unreadable', field);
      else if (!isInitials(person ?? '')) values[field] = person;
    } else if (field === 'meetingHeld' || field === 'hotPass') {
      const isSo = isEmptyText(text) ? null : parseYesNo(text);
      if (isSo === undefined) refuse('value-unreadable', field);
      else values[field] = isSo;
    } else if (field === 'status') {
      const outcome = parseOutcome(text);
      if (outcome !== undefined) values.outcome = outcome;
    } else if (isOneOf(qualifications, field)) {
      values.qualification = { ...values.qualification, [field]: textOrNull(text) };
    } else if (isOneOf(textFields, field)) {
      if (field !== 'name' && prompts.test(foldWord(text))) continue;
      values[field] = textOrNull(withoutInitials(shown.lines).trim());
      if (/(?:…|\.\.\.)$/.test(text)) approximate.push(field);
    }
  }
  return { values, approximate, problems };
}

function valueOf(reading: Reading<StatedAmount>): StatedAmount | null {
  return reading.kind === 'value' ? reading.value : null;
}

/** A recurring amount and how often it is billed are one statement: a period is never joined to another column's. */
function recurringOf(
  field: 'mrr' | 'arr',
  recurring: StatedAmount | null,
): Pick<DealValues, 'recurring' | 'recurringPeriod'> {
  return recurring === null
    ? { recurring }
    : { recurring, recurringPeriod: field === 'mrr' ? 'month' : 'year' };
}

/** What stands where a value can be added. */
const prompts = /^(?:click to|clic para|cliquez pour|klik for|klik om|klicken|clicca per|clique para) /;

/** Free text: only dashes and nothing are empty. "n/a" is what somebody wrote, and says something. */
function textOrNull(text: string): string | null {
  return /^[-–—\s]*$/.test(text) ? null : text.slice(0, 1000);
}

/** A picture's stand-in (`LA`) beside the name. */
function withoutInitials(lines: readonly string[]): string {
  const names = lines.length > 1 ? lines.filter((line) => !isInitials(line)) : lines;
  return names.join(' ');
}

function isInitials(text: string): boolean {
  return /^\p{Lu}{1,3}$/u.test(text);
}

function isOneOf<T extends string>(list: readonly T[], text: string): text is T {
  return (list as readonly string[]).includes(text);
}
