import type { BusinessCalendar } from '../calendar/business-hours';
import { dayNumber } from '../calendar/day-number';
import { assertUnique } from '../deal/assert-unique';
import { Fault, type LineFields } from '../deal/line-fields';
import { type ParsedLine, parseLine } from '../deal/parse-line';
import { momentReader } from './moment-reader';
import type { ChangeInput, DealInput, FieldInput, FieldValue, HandoffRequest, Moment } from './request';
import type { LeadInput, PersonInput, ProcessInput, Role, VerdictInput } from './request';
import { DEFAULT_FIELDS, TUNING } from './tuning';

type Read = (text: string) => Moment | undefined;

const ROLES: readonly Role[] = ['sdr', 'ae', 'csm', 'manager'];
const OUTCOMES = ['open', 'won', 'lost'] as const;
const FARTHEST_DAYS = 3660;

/**
 * Checks one line of input. A field of the wrong type, an instant that is none, an id given twice: each makes the whole
 * line an error that names the place. Odd facts (a change of a deal that is not there, a touch before the pass) are no
 * errors: they are passed over, or told by the answer.
 */
export function parseRequest(line: string): ParsedLine<HandoffRequest> {
  return parseLine(line, (root, id) => {
    const calendar = calendarOf(root.inner('calendar'));
    const read = momentReader(calendar.timeZone);
    root.text('asOf');
    const request: HandoffRequest = {
      id,
      asOf: root.optionalMoment('asOf', read)?.from ?? 0,
      people: root.objects('people').map(personOf),
      process: processOf(root.inner('process')),
      calendar,
      fields: fieldsOf(root),
      deals: root.objects('deals').map((of) => dealOf(of, read)),
      leads: root.objects('leads').map((of) => leadOf(of, read)),
      verdicts: root.objects('verdicts').map((of) => verdictOf(of, read)),
      changes: root.objects('changes').map((of) => changeOf(of, read)),
    };
    assertUnique(request.deals, 'deals');
    assertUnique(request.process.stages, 'process.stages');
    assertUnique(request.fields, 'fields');
    assertUnique(request.leads, 'leads');
    return request;
  });
}

function personOf(of: LineFields): PersonInput {
  return { id: of.text('id'), role: of.optionalWord('role', ROLES), team: of.optionalText('team') };
}

function processOf(of: LineFields | null): ProcessInput {
  const stages = (of?.objects('stages') ?? []).map((stage, at) => ({
    id: stage.text('id'),
    order: stage.optionalNumber('order') ?? at,
    role: stage.optionalWord('role', ROLES),
    outcome: stage.optionalWord('outcome', OUTCOMES) ?? ('open' as const),
    nurture: stage.optionalFlag('nurture') ?? false,
  }));
  const qualifiedStage = of?.optionalText('qualifiedStage') ?? null;
  if (qualifiedStage !== null && stages.every(({ id }) => id !== qualifiedStage))
    throw new Fault('process.qualifiedStage is none of process.stages');
  const decideWithinDays = of?.optionalNumber('decideWithinDays') ?? TUNING.decideWithinDays;
  if (decideWithinDays <= 0 || decideWithinDays > FARTHEST_DAYS)
    throw new Fault(`process.decideWithinDays is not within 0 and ${FARTHEST_DAYS}`);
  const touchWithinHours = of?.optionalNumber('touchWithinHours') ?? TUNING.touchWithinHours;
  if (touchWithinHours < 0) throw new Fault('process.touchWithinHours is below 0');
  return { stages, qualifiedStage, decideWithinDays, touchWithinHours };
}

function calendarOf(of: LineFields | null): BusinessCalendar {
  const timeZone = of?.optionalText('timeZone') ?? 'UTC';
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(timeZone);
  } catch {
    throw new Fault(`calendar.timeZone is no time zone: ${timeZone.slice(0, 40)}`);
  }
  const weekdays = listOf(of, 'weekdays') ?? [1, 2, 3, 4, 5];
  if (!weekdays.every((day): day is number => Number.isInteger(day) && Number(day) >= 1 && Number(day) <= 7))
    throw new Fault('calendar.weekdays are not all within 1 (Monday) and 7');
  const holidays = listOf(of, 'holidays') ?? [];
  if (
    !holidays.every(
      (day): day is string => typeof day === 'string' && day.length === 10 && dayNumber(day) !== undefined,
    )
  )
    throw new Fault('calendar.holidays are not all days');
  const [from, to] = [of?.optionalText('from') ?? '09:00', of?.optionalText('to') ?? '17:00'];
  const isTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
  if (!isTime.test(from)) throw new Fault('calendar.from is no time: HH:MM');
  if (!isTime.test(to) && to !== '24:00') throw new Fault('calendar.to is no time: HH:MM');
  if (to <= from) throw new Fault('calendar.to is not after its from');
  return { timeZone, weekdays, from, to, holidays };
}

function listOf(of: LineFields | null, name: string): readonly unknown[] | null {
  const value = of?.value(name) ?? null;
  if (value !== null && !Array.isArray(value)) throw new Fault(`calendar.${name} is not a list`);
  return value;
}

function fieldsOf(root: LineFields): readonly FieldInput[] {
  if (root.value('fields') === null) return DEFAULT_FIELDS.map((id) => ({ id, weight: 1 }));
  return root.objects('fields').map((of) => {
    const weight = of.optionalNumber('weight') ?? 1;
    if (weight < 0) throw of.fault('weight', 'is below 0');
    return { id: of.text('id'), weight };
  });
}

function dealOf(of: LineFields, read: Read): DealInput {
  const qualification = of.inner('qualification');
  const amountMinor = of.optionalNumber('amountMinor');
  if (amountMinor !== null && !Number.isInteger(amountMinor))
    throw of.fault('amountMinor', 'is no whole number');
  return {
    id: of.text('id'),
    createdAt: of.optionalMoment('createdAt', read),
    createdBy: of.optionalText('createdBy'),
    owner: of.optionalText('owner'),
    sdr: of.optionalText('sdr'),
    stage: of.optionalText('stage'),
    outcome: of.optionalWord('outcome', OUTCOMES),
    closedAt: of.optionalMoment('closedAt', read),
    amountMinor,
    currency: of.optionalText('currency'),
    source: of.optionalText('source'),
    account: of.optionalText('account'),
    lostReason: of.optionalText('lostReason'),
    qualification: qualification === null ? null : valuesOf(qualification),
    firstTouchAt: of.optionalMoment('firstTouchAt', read),
    meetingSetFor: of.optionalMoment('meetingSetFor', read),
    meetingHeld: of.optionalFlag('meetingHeld'),
    hotPass: of.optionalFlag('hotPass'),
  };
}

function valuesOf(of: LineFields): Readonly<Record<string, FieldValue>> {
  // Names come from outside: as own properties `__proto__` and its like are names as any other.
  return Object.fromEntries(of.names().map((name) => [name, of.fieldValue(name)]));
}

function leadOf(of: LineFields, read: Read): LeadInput {
  return {
    id: of.text('id'),
    owner: of.optionalText('owner'),
    convertedAt: of.optionalMoment('convertedAt', read),
    convertedBy: of.optionalText('convertedBy'),
    deal: of.optionalText('deal'),
  };
}

function verdictOf(of: LineFields, read: Read): VerdictInput {
  const decision = of.optionalWord('decision', ['accepted', 'rejected', 'recycled']);
  if (decision === null) throw of.fault('decision', 'is none of accepted, rejected, recycled');
  return {
    deal: of.text('deal'),
    attempt: of.optionalNumber('attempt') ?? 1,
    // Whoever asks has numbered the very passes that are asked about.
    within: null,
    decision,
    // Of deals alone it is told there.
    hot: null,
    reason: of.optionalText('reason'),
    at: required(of, 'at', read),
    by: of.optionalText('by'),
  };
}

function changeOf(of: LineFields, read: Read): ChangeInput {
  const at = required(of, 'at', read);
  // A beginning after the end is a clock's fault: the change lies between the two all the same.
  const notBefore = of.optionalMoment('notBefore', read) ?? at;
  return {
    deal: of.text('deal'),
    field: of.text('field'),
    from: of.fieldValue('from'),
    to: of.fieldValue('to'),
    at: { from: Math.min(notBefore.from, at.from), to: Math.max(notBefore.from, at.to) },
  };
}

function required(of: LineFields, name: string, read: Read): Moment {
  const moment = of.optionalMoment(name, read);
  if (moment === null) throw of.fault(name, 'is not text');
  return moment;
}
