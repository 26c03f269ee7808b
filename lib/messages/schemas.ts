import { z } from '../schema';

/** Most deals in one message; longer ones block the page that sends them. */
export const batchLimit = 500;

const text = (most: number) => z.string().check(z.maxLength(most));
const shown = <T extends z.core.SomeType>(type: T) => z.exactOptional(z.nullable(type));
const count = z.int().check(z.minimum(0));

export const day = z.iso.date();
export const instant = z.iso.datetime();
const decimal = z.string().check(z.regex(/^-?\d{1,18}(\.\d{1,9})?$/));
export const currencyCode = z.string().check(z.regex(/^[A-Z]{3}$/));
const share = z.number().check(z.minimum(0), z.maximum(1));

const amount = z.strictObject({
  decimal,
  currency: z.exactOptional(currencyCode),
  symbol: z.exactOptional(text(8)),
});

const qualificationId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

export const dealValues = z.strictObject({
  number: shown(text(200)),
  name: shown(text(20_000)),
  account: shown(text(20_000)),
  amount: shown(amount),
  recurring: shown(amount),
  recurringPeriod: shown(z.enum(['month', 'quarter', 'year'])),
  contractEndOn: shown(day),
  kind: shown(z.enum(['new', 'expansion', 'renewal', 'other'])),
  product: shown(text(20_000)),
  region: shown(text(20_000)),
  team: shown(text(20_000)),
  pipeline: shown(text(20_000)),
  stage: shown(text(20_000)),
  outcome: shown(z.enum(['open', 'won', 'lost'])),
  crmProbability: shown(share),
  forecastCategory: shown(text(20_000)),
  owner: shown(text(20_000)),
  createdBy: shown(text(20_000)),
  sdr: shown(text(20_000)),
  source: shown(text(20_000)),
  channel: shown(text(20_000)),
  createdOn: shown(day),
  closeOn: shown(day),
  closedOn: shown(day),
  stageSince: shown(day),
  lastActivityOn: shown(day),
  nextStep: shown(text(100_000)),
  nextStepOn: shown(day),
  firstTouchAt: shown(instant),
  meetingSetFor: shown(text(40)),
  meetingHeld: shown(z.boolean()),
  lostReason: shown(text(100_000)),
  qualification: z.exactOptional(z.record(qualificationId, z.nullable(text(100_000)))),
});

const field = z.keyof(dealValues);

export const dealRead = z.strictObject({
  id: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(200))),
  url: z.exactOptional(text(100_000)),
  values: dealValues,
  approximate: z.exactOptional(z.array(field).check(z.maxLength(40))),
  at: instant,
});

const tenant = z.strictObject({
  tenant: z.string().check(z.minLength(1), z.maxLength(500)),
  host: z.string().check(z.minLength(1), z.maxLength(260)),
});

const view = z.strictObject({
  kind: z.enum(['list', 'board', 'record']),
  name: text(500),
  scope: z.exactOptional(text(200)),
});

const problem = z.strictObject({
  code: z.enum([
    'amount-unreadable',
    'amount-ambiguous',
    'date-unreadable',
    'date-ambiguous',
    'row-unreadable',
    'stage-unknown',
    'unsaved-edits',
    'layout-unknown',
  ]),
  row: text(20_000),
  field: z.exactOptional(field),
  text: z.exactOptional(text(80)),
});

const envelope = {
  batchId: z.string().check(z.minLength(1), z.maxLength(100)),
  crm: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  label: text(200),
  tenant,
  url: text(8000),
  at: instant,
};

export const readBatch = z.strictObject({
  ...envelope,
  view,
  viewedAt: instant,
  reads: z.array(dealRead).check(z.maxLength(batchLimit)),
  problems: z.array(problem).check(z.maxLength(batchLimit)),
  rendered: count,
  statedTotal: z.exactOptional(count),
  totalOf: z.exactOptional(z.enum(['open', 'all'])),
});

const changeField = z.union([
  z.enum(['stage', 'closeOn', 'owner', 'outcome', 'forecastCategory', 'nextStep']),
  z.templateLiteral(['qualification.', qualificationId]),
]);

const statedChange = z.union([
  z.strictObject({
    field: z.literal('amount'),
    from: z.nullable(amount),
    to: z.nullable(amount),
    at: instant,
  }),
  z.strictObject({
    field: changeField,
    from: z.nullable(text(100_000)),
    to: z.nullable(text(100_000)),
    at: instant,
  }),
]);

const history = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  history: z.strictObject({
    fields: z.array(z.union([z.literal('amount'), changeField])).check(z.maxLength(40)),
    until: instant,
    changes: z.array(statedChange).check(z.maxLength(5000)),
  }),
});

export const syncBatch = z.strictObject({
  ...envelope,
  page: z.strictObject({
    phase: z.enum(['deals', 'history']),
    deals: z.array(dealRead).check(z.maxLength(batchLimit)),
    histories: z.exactOptional(z.array(history).check(z.maxLength(batchLimit))),
    stages: z.exactOptional(
      z
        .array(
          z.strictObject({
            pipeline: text(200),
            stage: text(200),
            name: text(200),
            order: z.number(),
            probability: z.exactOptional(share),
            outcome: z.enum(['open', 'won', 'lost']),
          }),
        )
        .check(z.maxLength(1000)),
    ),
    people: z.exactOptional(
      z
        .array(z.strictObject({ id: text(200), name: text(500), me: z.exactOptional(z.boolean()) }))
        .check(z.maxLength(10_000)),
    ),
    problems: z.exactOptional(z.array(problem).check(z.maxLength(batchLimit))),
    done: count,
    total: z.exactOptional(count),
    openTotal: z.exactOptional(count),
    cursor: text(10_000),
  }),
});

export const settings = z.strictObject({
  me: z.optional(text(500)),
  fiscal: z.strictObject({
    period: z.enum(['month', 'quarter']),
    yearStartMonth: z.int().check(z.minimum(1), z.maximum(12)),
  }),
  reportingCurrency: z.optional(currencyCode),
});

export const currencyRate = z.strictObject({
  from: currencyCode,
  to: currencyCode,
  on: day,
  rate: z.string().check(z.regex(/^\d{1,9}(\.\d{1,9})?$/)),
});
