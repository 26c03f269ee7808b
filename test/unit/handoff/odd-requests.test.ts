import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { answerLine } from '../../../lib/handoff/answer-line';
import { calendar, process } from '../../values/handoff/requests';

const person = fc.constantFrom('ana', 'cy', 'ben', 'eva', 'both', 'gone', '__proto__', null);
const stage = fc.constantFrom('Prospect', 'New', 'Nurture', 'Qualified', 'Won', 'Lost', 'unheard of', null);
/** Many at one instant, nights on which clocks are put on and back, and all of the years that are taken. */
const instant = fc.oneof(
  fc.constantFrom(
    '2026-03-10T10:00:00Z',
    '2026-03-29T01:30:00Z',
    '2026-03-29',
    '2026-10-25T00:30:00Z',
    '2026-10-25',
    '1970-01-02',
    '2099-12-30T23:59:59.999Z',
  ),
  fc.integer({ min: 0, max: 400 * 24 }).map((hour) => new Date(Date.UTC(2025, 11, 1, hour)).toISOString()),
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 });
const ids = 'ABCDEFGHIJ';
const id = fc.constantFrom(...ids, 'none');

const deal = fc.record({
  createdAt: maybe(instant),
  createdBy: person,
  owner: fc.oneof(fc.constantFrom('ben', 'eva'), person),
  sdr: fc.oneof(fc.constantFrom('ana', 'cy'), person),
  stage,
  outcome: maybe(fc.constantFrom('open', 'won', 'lost')),
  closedAt: maybe(instant),
  amountMinor: maybe(fc.constantFrom(0, -5, 1e15, -1e15, 12_300)),
  currency: fc.constantFrom('EUR', 'constructor', null),
  source: fc.constantFrom('Referral', '__proto__', null),
  account: fc.constantFrom('Fjord', null),
  lostReason: fc.constantFrom('Not fit', 'other', null),
  qualification: fc.constantFrom(null, {}, { authority: 'CFO', need: 'tbd', money: 0 }),
  firstTouchAt: maybe(instant),
  meetingSetFor: maybe(instant),
  meetingHeld: maybe(fc.boolean()),
  hotPass: maybe(fc.boolean()),
});
const ownerChange = fc.record({ field: fc.constant('owner'), from: person, to: person });
const stageChange = fc.record({ field: fc.constant('stage'), from: stage, to: stage });
const otherChange = fc.record({
  field: fc.constantFrom('outcome', 'qualification.authority', 'constructor'),
  from: fc.constantFrom('open', 'lost', null, 5, true),
  to: fc.constantFrom('lost', 'open', 'won', null, 'CFO'),
});
const change = fc
  .tuple(
    fc.oneof(ownerChange, stageChange, otherChange),
    fc.record({ deal: id, at: instant, notBefore: maybe(instant) }),
  )
  .map(([what, when]) => ({ ...what, ...when }));
const everyDay = Array.from({ length: 500 }, (_, nth) =>
  new Date(Date.UTC(2025, 10, 1 + nth)).toISOString().slice(0, 10),
);

const request = fc.record({
  v: fc.constant(1),
  id: fc.integer(),
  asOf: fc.constantFrom(
    '2026-03-31T00:00:00Z',
    '2026-12-31',
    '2026-11-30',
    '2026-03-29T01:30:00Z',
    '2025-11-01',
  ),
  people: fc.subarray(
    [
      { id: 'ana', role: 'sdr', team: 'north' },
      { id: 'ana', role: 'sdr', team: 'south' },
      { id: 'cy', role: 'sdr', team: null },
      { id: 'ben', role: 'ae', team: 'north' },
      { id: 'eva', role: 'ae', team: '__proto__' },
      { id: 'both', role: 'sdr', team: 'north' },
      { id: 'both', role: 'ae', team: 'south' },
      { id: '__proto__', role: 'ae', team: null },
    ],
    { minLength: 4 },
  ),
  process: fc.record({
    stages: fc.constant(process.stages),
    qualifiedStage: fc.constantFrom('Qualified', 'New', 'Lost', null),
    decideWithinDays: fc.constantFrom(30, 1e-6, 3660, null),
    touchWithinHours: fc.constantFrom(4, 0, 1e9, null),
  }),
  calendar: fc.record({
    timeZone: fc.constantFrom('Europe/Copenhagen', 'Australia/Lord_Howe', 'America/New_York'),
    weekdays: fc.constantFrom(calendar.weekdays, [], [7, 7]),
    from: fc.constantFrom('00:00', '02:30', '09:00'),
    to: fc.constantFrom('17:00', '24:00'),
    holidays: fc.constantFrom([], everyDay),
  }),
  fields: fc.constantFrom(
    null,
    [],
    [{ id: 'authority', weight: 0 }],
    [{ id: 'need', weight: 1e15 }, { id: '__proto__' }],
  ),
  deals: fc
    .array(deal, { maxLength: ids.length, size: 'max' })
    .map((some) => some.map((one, nth) => ({ ...one, id: ids.charAt(nth) }))),
  leads: fc
    .array(fc.record({ owner: person, convertedAt: maybe(instant), convertedBy: person, deal: maybe(id) }), {
      maxLength: 3,
    })
    .map((some) => some.map((one, nth) => ({ ...one, id: `L${nth}` }))),
  verdicts: fc.array(
    fc.record({
      deal: id,
      attempt: fc.constantFrom(1, 2, 99, 0, -1, 1.5, null),
      decision: fc.constantFrom('accepted', 'rejected', 'recycled'),
      reason: fc.constantFrom('timing', null),
      at: instant,
      by: person,
    }),
    { maxLength: 3 },
  ),
  changes: fc.array(change, { maxLength: 30, size: 'max' }),
});

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const tooFew = z.strictObject({ kind: z.literal('too-few'), n: count.max(2) });
const rate = z.union([
  tooFew,
  z.strictObject({ value: share, low: share, high: share, n: count.min(3), raw: share }),
]);
const least = z.number().min(0);
const hours = z.union([least, z.strictObject({ low: least, high: least })]);
const quantile = z.union([hours, z.null()]);
const times = z.union([
  tooFew,
  z.strictObject({ median: quantile, p90: quantile, n: count, censored: count }),
]);
const measures = z.strictObject({
  passes: count,
  accepted: count,
  rejected: count,
  recycled: count,
  lapsed: count,
  undecided: count,
  acceptanceRate: rate,
  timeToAcceptHours: times,
  timeToTouchHours: times,
  completeness: rate,
  heldRate: rate,
  stage1to2: rate,
  winRate: rate,
  hotPass: rate,
  auditPass: rate,
  returns: z.array(z.strictObject({ reason: z.string(), n: count.min(1) })),
  wonValueMinor: z.record(z.string(), z.int()),
  qualityIndex: z.union([
    // The passes; of each part too few are known.
    z.strictObject({ kind: z.literal('too-few'), n: count }),
    z.strictObject({
      value: z.number().min(0).max(100),
      parts: z.record(z.string(), share),
      missing: z.array(z.string()),
    }),
  ]),
});
const text = z.string().min(1);
const moment = z.iso.datetime();
const handoff = z.strictObject({
  deal: text,
  attempt: count.min(1),
  from: z.nullable(text),
  to: z.nullable(text),
  passedAt: moment,
  passedNotBefore: moment.optional(),
  rule: z.literal([1, 2, 3, 4]),
  decision: z.literal(['accepted', 'rejected', 'recycled', 'lapsed', 'undecided']),
  decidedAt: z.nullable(moment),
  decidedNotBefore: moment.optional(),
  reason: z.nullable(z.string()),
  hoursToAccept: z.nullable(hours),
  evidence: z.strictObject({ pass: text, decision: text }),
  audit: z
    .array(z.strictObject({ check: text, answer: z.literal(['yes', 'no', 'unknown']), because: text }))
    .length(8),
});
/** The form of an answer, to the letter: no name more, none less. */
const answerForm = z.strictObject({
  id: z.int(),
  handoffs: z.array(handoff),
  measures,
  byPerson: z.array(z.strictObject({ id: text, role: z.literal(['sdr', 'ae']), measures })),
  byPair: z.array(z.strictObject({ from: text, to: text, measures })),
  byTeam: z.array(z.strictObject({ team: text, measures })),
  bySource: z.array(z.strictObject({ source: text, measures })),
  cohorts: z.array(
    z.strictObject({ month: z.string().regex(/^\d{4}-\d\d$/), maturing: z.boolean(), measures }),
  ),
});

it('whatever is odd in a request, its answer has the form, and its counts add up', () => {
  let [found, rates] = [0, 0];
  fc.assert(
    fc.property(request, (asked) => {
      const answer = answerForm.parse(JSON.parse(answerLine(JSON.stringify(asked))));
      const { passes, accepted, rejected, recycled, lapsed, undecided } = answer.measures;
      found += passes;
      if ('value' in answer.measures.acceptanceRate) rates += 1;
      expect(passes).toBe(answer.handoffs.length);
      expect(accepted + rejected + recycled + lapsed + undecided).toBe(passes);
      expect(answer.cohorts.reduce((sum, { measures: of }) => sum + of.passes, 0)).toBe(passes);
      const asOf = asked.asOf.length > 10 ? asked.asOf : `${asked.asOf}T23:59:59.999Z`;
      for (const { passedAt, decidedAt } of answer.handoffs) {
        expect(Date.parse(passedAt)).toBeLessThanOrEqual(Date.parse(asOf));
        if (decidedAt !== null) expect(Date.parse(decidedAt)).toBeLessThanOrEqual(Date.parse(asOf));
      }
    }),
    { numRuns: 300 },
  );
  // Not all of them are too odd to tell anything.
  expect([found > 200, rates > 5]).toEqual([true, true]);
});
