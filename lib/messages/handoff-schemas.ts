import type { BusinessCalendar } from '../calendar/business-hours';
import { isTimeZone } from '../calendar/is-time-zone';
import type { ProcessVersion } from '../deal/process';
import type { Verdict } from '../deal/verdict';
import { AUDIT_CHECKS } from '../handoff/audit';
import { handoffKey } from '../handoff/handoff-key';
import type { HandoffRow } from '../handoff/handoff-row';
import { REST_CODES } from '../handoff/rests';
import { RETURN_REASONS } from '../handoff/return-reason';
import { z } from '../schema';
import { day, instant } from './schemas';

/* What the user says of the passing of the baton, and what is made of it for the overlay. */

const text = z.string().check(z.maxLength(8000));
const name = z.string().check(z.minLength(1), z.maxLength(8000));
const attempt = z.int().check(z.minimum(1), z.maximum(100_000));
const hours = z.number().check(z.minimum(0));

/** A list without two of one name: which of them held would be chance. */
const once = <T extends z.core.SomeType>(row: T, most: number, nameOf: (one: z.infer<T>) => unknown) =>
  z.array(row).check(
    z.maxLength(most),
    z.refine((rows) => new Set(rows.map(nameOf)).size === rows.length),
  );

const clock = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));

const calendarShape = {
  timeZone: z.string().check(z.maxLength(100), z.refine(isTimeZone)),
  weekdays: once(z.int().check(z.minimum(1), z.maximum(7)), 7, (weekday) => weekday).check(z.minLength(1)),
  from: clock,
  to: z.union([clock, z.literal('24:00')]),
  holidays: once(day, 2000, (holiday) => holiday),
} as const;

const personShape = {
  name,
  roles: once(z.enum(['sdr', 'ae', 'csm', 'manager']), 4, (role) => role),
  aliases: z.array(name).check(z.maxLength(50)),
} as const;

const stageShape = {
  name,
  role: z.nullable(z.enum(['sdr', 'ae'])),
  isQualified: z.boolean(),
  isNurture: z.boolean(),
} as const;

const versionShape = {
  from: day,
  people: once(z.strictObject(personShape), 5000, (person) => person.name).check(
    // Each name is one person's, so that it is never chance whose deals are whose.
    z.refine((people) => isOnce(people.flatMap(({ name: own, aliases }) => [own, ...aliases]))),
  ),
  stages: once(z.strictObject(stageShape), 1000, (stage) => stage.name),
  fields: once(
    z.strictObject({
      id: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/)),
      weight: z.number().check(z.gt(0), z.maximum(100)),
    }),
    100,
    (field) => field.id,
  ),
  decideWithinDays: z.int().check(z.minimum(1), z.maximum(365)),
  touchWithinHours: z.number().check(z.gt(0), z.maximum(1000)),
  calendar: z.strictObject(calendarShape).check(z.refine(({ from, to }) => from < to)),
} as const;

export const processVersion = z.strictObject(versionShape);

const verdictShape = {
  deal: name,
  attempt,
  passedAt: z.exactOptional(instant),
  at: instant,
  by: z.exactOptional(name),
  decision: z.exactOptional(z.enum(['accepted', 'rejected', 'recycled'])),
  reason: z.exactOptional(z.enum(RETURN_REASONS)),
  note: z.exactOptional(text),
  hot: z.exactOptional(z.boolean()),
} as const;

export const verdict = z
  .strictObject(verdictShape)
  .check(z.refine(({ decision, hot }) => decision !== undefined || hot !== undefined));

const rowShape = {
  key: name,
  deal: name,
  attempt,
  from: z.nullable(name),
  to: z.nullable(name),
  passedNotBefore: instant,
  passedAt: instant,
  rule: z.literal([1, 2, 3, 4]),
  decision: z.enum(['accepted', 'rejected', 'recycled', 'lapsed', 'undecided']),
  decidedNotBefore: z.nullable(instant),
  decidedAt: z.nullable(instant),
  reason: z.nullable(text),
  hoursToAccept: z.nullable(z.strictObject({ low: hours, high: hours })),
  audit: z.array(
    z.strictObject({
      check: z.enum(AUDIT_CHECKS),
      answer: z.enum(['yes', 'no', 'unknown']),
      rests: z.strictObject({
        code: z.enum(REST_CODES),
        fields: z.exactOptional(z.array(text)),
        reason: z.exactOptional(text),
        by: z.exactOptional(text),
      }),
    }),
  ),
  seenAt: instant,
  madeAt: instant,
  until: instant,
} as const;

export const handoffRow = z
  .strictObject(rowShape)
  .check(z.refine((row) => row.key === handoffKey(row.deal, row.attempt)));

// A field that is added to a row and forgotten here fails to compile: it could not be stored.
calendarShape satisfies Record<keyof BusinessCalendar, unknown>;
personShape satisfies Record<keyof ProcessVersion['people'][number], unknown>;
stageShape satisfies Record<keyof ProcessVersion['stages'][number], unknown>;
versionShape satisfies Record<keyof ProcessVersion, unknown>;
verdictShape satisfies Record<keyof Verdict, unknown>;
rowShape satisfies Record<keyof HandoffRow, unknown>;

function isOnce(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
