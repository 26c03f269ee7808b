import { z } from '../schema';

/** Most deals in one message; longer ones block the page that sends them. */
export const batchLimit = 500;

/** A list whose rows are checked one by one, so that a bad one refuses itself alone. */
const rows = (most: number) => z.array(z.unknown()).check(z.maxLength(most));

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
  hotPass: shown(z.boolean()),
  lostReason: shown(text(100_000)),
  qualification: z.exactOptional(z.record(qualificationId, z.nullable(text(100_000)))),
});

export const dealField = z.keyof(dealValues);

/** The CRM's own name of a deal. */
export const dealId = z.string().check(z.minLength(1), z.maxLength(200));

const deal = {
  url: z.exactOptional(text(100_000)),
  values: dealValues,
  approximate: z.exactOptional(z.array(dealField).check(z.maxLength(40))),
  at: instant,
};

/** A row of a page. */
export const dealRead = z.strictObject({ id: z.exactOptional(dealId), ...deal });

/** A row of a sync: an interface names its deals. */
export const syncedDeal = z.strictObject({ id: dealId, ...deal });

const tenant = z.strictObject({
  tenant: z.string().check(z.minLength(1), z.maxLength(500)),
  host: z.string().check(z.minLength(1), z.maxLength(260)),
});

const view = z.strictObject({
  kind: z.enum(['list', 'board', 'record']),
  name: text(500),
  scope: z.exactOptional(text(200)),
});

/** What an adapter says of a row; what the store refuses has other codes. */
export const problem = z.strictObject({
  code: z.enum([
    'amount-unreadable',
    'amount-ambiguous',
    'date-unreadable',
    'date-ambiguous',
    'value-unreadable',
    'row-unreadable',
    'stage-unknown',
    'unsaved-edits',
    'layout-unknown',
    'leads-refused',
    'leads-partly',
  ]),
  row: text(20_000),
  field: z.exactOptional(dealField),
  text: z.exactOptional(text(80)),
});

const name = z.string().check(z.minLength(1), z.maxLength(100));
const crm = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

const envelope = {
  batchId: name,
  crm,
  label: text(200),
  tenant,
  url: text(8000),
  at: instant,
};

export const readBatch = z.strictObject({
  ...envelope,
  seenAs: z.exactOptional(name),
  view,
  viewedAt: instant,
  reads: rows(batchLimit),
  problems: rows(batchLimit),
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

export const history = z.strictObject({
  id: dealId,
  history: z.strictObject({
    fields: z.array(z.union([z.literal('amount'), changeField])).check(z.maxLength(40)),
    until: instant,
    changes: z.array(statedChange).check(z.maxLength(5000)),
  }),
});

export const statedStage = z.strictObject({
  pipeline: text(200),
  stage: text(200),
  name: text(200),
  order: z.number(),
  probability: z.exactOptional(share),
  outcome: z.enum(['open', 'won', 'lost']),
});

export const statedPerson = z.strictObject({
  id: text(200),
  name: text(500),
  me: z.exactOptional(z.boolean()),
});

const said = shown(text(2000));

export const statedLead = z.strictObject({
  id: dealId,
  name: said,
  source: said,
  channel: said,
  owner: said,
  status: said,
  createdOn: shown(day),
  qualifiedOn: shown(day),
  convertedOn: shown(day),
  convertedAt: shown(instant),
  convertedTo: shown(dealId),
  convertedBy: said,
});

const run = { tenant, runId: name };

export const syncBegin = z.strictObject({ ...run, crm, label: text(200), at: instant });

export const syncRun = z.strictObject(run);

export const syncEnd = z.strictObject({
  ...run,
  stop: z.exactOptional(
    z.enum([
      'signed-out',
      'forbidden',
      'busy',
      'offline',
      'layout-unknown',
      'refused',
      'access-changed',
      'cancelled',
    ]),
  ),
  at: instant,
});

export const syncBatch = z.strictObject({
  ...envelope,
  ...run,
  page: z.strictObject({
    phase: z.enum(['deals', 'history']),
    seenAs: z.exactOptional(name),
    deals: rows(batchLimit),
    histories: z.exactOptional(rows(batchLimit)),
    stages: z.exactOptional(rows(1000)),
    people: z.exactOptional(rows(10_000)),
    leads: z.exactOptional(rows(batchLimit)),
    leadsReach: z.exactOptional(z.enum(['more', 'partly', 'whole'])),
    problems: z.exactOptional(rows(batchLimit)),
    done: count,
    total: z.exactOptional(count),
    openTotal: z.exactOptional(count),
    cursor: text(10_000),
  }),
});
