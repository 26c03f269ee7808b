import type { Deal } from '../deal/deal';
import { z } from '../schema';
import type { BackupTable } from './backup-tables';
import { currencyCode, currencyRate, day, instant, settings } from '../messages/schemas';

const text = z.string().check(z.maxLength(8000));
const shown = <T extends z.core.SomeType>(type: T) => z.exactOptional(z.nullable(type));
const name = z.string().check(z.minLength(1), z.maxLength(1000));
const minor = z.int();
const share = z.number().check(z.minimum(0), z.maximum(1));
const rank = z.enum(['api', 'page', 'page-approximate']);
const source = z.strictObject({ from: rank, at: instant, view: text });
const fieldName = z.string().check(z.regex(/^[a-zA-Z]{2,40}(\.[a-z][a-z0-9-]{0,39})?$/));
const qualificationId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

const dealShape = {
  key: name,
  crm: name,
  tenant: name,
  host: name,
  url: z.exactOptional(text),
  number: shown(text),
  name: shown(text),
  account: shown(text),
  amountMinor: shown(minor),
  amountExact: z.exactOptional(z.boolean()),
  currency: shown(currencyCode),
  currencySymbol: z.exactOptional(text),
  currencyStated: z.exactOptional(z.strictObject({ code: currencyCode, symbol: z.exactOptional(text) })),
  recurringMinor: shown(minor),
  recurringPeriod: shown(z.enum(['month', 'quarter', 'year'])),
  contractEndOn: shown(day),
  kind: shown(z.enum(['new', 'expansion', 'renewal', 'other'])),
  product: shown(text),
  region: shown(text),
  team: shown(text),
  pipeline: shown(text),
  stage: shown(text),
  outcome: shown(z.enum(['open', 'won', 'lost'])),
  crmProbability: shown(share),
  forecastCategory: shown(text),
  owner: shown(text),
  createdBy: shown(text),
  sdr: shown(text),
  source: shown(text),
  channel: shown(text),
  createdOn: shown(day),
  closeOn: shown(day),
  closedOn: shown(day),
  stageSince: shown(day),
  lastActivityOn: shown(day),
  nextStep: shown(text),
  nextStepOn: shown(day),
  firstTouchAt: shown(instant),
  meetingSetFor: shown(text),
  meetingHeld: shown(z.boolean()),
  lostReason: shown(text),
  qualification: z.exactOptional(z.record(qualificationId, z.nullable(text))),
  sources: z.record(fieldName, source),
  firstSeenAt: z.exactOptional(instant),
  seenAt: instant,
  seenVia: rank,
  seenAs: z.exactOptional(name),
  removedAt: z.exactOptional(instant),
  contentHash: name,
};

// A field that is added to `Deal` and forgotten here fails to compile: its backups would be refused.
dealShape satisfies Record<Exclude<keyof Deal, 'id'>, unknown>;

const outcome = z.enum(['open', 'won', 'lost']);
const value = z.nullable(z.union([text, z.number()]));

/** What a row of each table of a backup must be. */
export const backupRows = {
  deals: z.strictObject({ ...dealShape, id: name }),
  unidentified: z.strictObject({
    ...dealShape,
    view: text,
    fingerprint: name,
    boundTo: z.exactOptional(name),
  }),
  changes: z.strictObject({
    id: z.exactOptional(z.int()),
    key: name,
    field: fieldName,
    from: value,
    to: value,
    at: instant,
    notBefore: instant,
    source: z.enum(['history', 'api', 'page', 'page-approximate']),
  }),
  sightings: z.strictObject({
    tenant: name,
    view: text,
    at: instant,
    readAt: instant,
    host: name,
    crm: name,
    label: text,
    url: text,
    scope: z.exactOptional(text),
    rendered: z.int(),
    statedTotal: z.exactOptional(z.int()),
    totalOf: z.exactOptional(z.enum(['open', 'all'])),
    problems: z.array(
      z.strictObject({
        code: text,
        row: text,
        field: z.exactOptional(text),
        text: z.exactOptional(text),
      }),
    ),
  }),
  stages: z.strictObject({
    tenant: name,
    pipeline: text,
    stage: name,
    name: text,
    order: z.number(),
    probability: z.exactOptional(share),
    outcome,
    role: z.exactOptional(text),
  }),
  people: z.strictObject({ key: name, name: text, tenant: name, me: z.exactOptional(z.boolean()) }),
  rates: currencyRate,
  settings: z.strictObject({ name: z.literal('user'), value: settings }),
} as const satisfies Record<BackupTable, z.core.$ZodType>;
