import type { Deal } from '../../deal/deal';
import type { Lead } from '../../deal/lead';
import { z } from '../../schema';
import type { BackupTable } from '../backup-tables';
import { currencyCode, day, instant } from '../../messages/schemas';
import { processVersion, verdict } from '../../messages/handoff-schemas';
import { currencyRate, mapping, settings, target } from '../../messages/settings-schemas';
import { frozenForecast } from './frozen-forecast-schema';

const text = z.string().check(z.maxLength(8000));
const shown = <T extends z.core.SomeType>(type: T) => z.exactOptional(z.nullable(type));
const name = z.string().check(z.minLength(1), z.maxLength(1000));
const minor = z.int();
const share = z.number().check(z.minimum(0), z.maximum(1));
const rank = z.enum(['api', 'page', 'page-approximate']);
const source = z.strictObject({ from: rank, at: instant, view: text });
const qualificationId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));
const qualificationField = z.string().check(z.regex(/^qualification\.[a-z][a-z0-9-]{0,39}$/));
/** Fields whose changes are kept, without the amount. */
const changeField = z.union([
  z.enum(['stage', 'closeOn', 'owner', 'outcome', 'forecastCategory', 'nextStep']),
  qualificationField,
]);

/** Columns with a source of their own. */
const sourced = {
  url: z.exactOptional(text),
  number: shown(text),
  name: shown(text),
  account: shown(text),
  amountMinor: shown(minor),
  currency: shown(currencyCode),
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
  hotPass: shown(z.boolean()),
  lostReason: shown(text),
} as const;

const sourceName = z.union([z.enum(Object.keys(sourced)), qualificationField]);

const dealShape = {
  ...sourced,
  key: name,
  crm: name,
  tenant: name,
  host: name,
  amountExact: z.exactOptional(z.boolean()),
  currencySymbol: z.exactOptional(text),
  currencyStated: z.exactOptional(z.strictObject({ code: currencyCode, symbol: z.exactOptional(text) })),
  qualification: z.exactOptional(z.record(qualificationId, z.nullable(text))),
  sources: z.record(sourceName, source),
  firstSeenAt: z.exactOptional(instant),
  seenAt: instant,
  seenVia: rank,
  seenAs: z.exactOptional(name),
  removedAt: z.exactOptional(instant),
  historyUntil: z.exactOptional(z.record(z.union([changeField, z.literal('amountMinor')]), instant)),
  contentHash: name,
};

// A field that is added to `Deal` and forgotten here fails to compile: its backups would be refused.
dealShape satisfies Record<Exclude<keyof Deal, 'id'>, unknown>;

const leadShape = {
  key: name,
  crm: name,
  tenant: name,
  host: name,
  id: name,
  name: shown(text),
  source: shown(text),
  channel: shown(text),
  owner: shown(text),
  status: shown(text),
  createdOn: shown(day),
  qualifiedOn: shown(day),
  convertedOn: shown(day),
  convertedAt: shown(instant),
  convertedTo: shown(name),
  convertedBy: shown(text),
  toldAt: z.exactOptional(instant),
  seenAt: instant,
  seenAs: z.exactOptional(name),
  isFromFile: z.exactOptional(z.boolean()),
  removedAt: z.exactOptional(instant),
} as const;

leadShape satisfies Record<keyof Lead, unknown>;

const outcome = z.enum(['open', 'won', 'lost']);
const unit = z.strictObject({ currency: z.exactOptional(currencyCode), symbol: z.exactOptional(text) });
const span = {
  id: z.exactOptional(z.int()),
  key: name,
  at: instant,
  notBefore: instant,
  source: z.enum(['history', 'api', 'page', 'page-approximate']),
};

/** What a row of each table of a backup must be. */
export const backupRows = {
  deals: z.strictObject({ ...dealShape, id: name }),
  unidentified: z.strictObject({
    ...dealShape,
    view: text,
    fingerprint: name,
    boundTo: z.exactOptional(name),
  }),
  changes: z.union([
    z.strictObject({ ...span, field: changeField, from: z.nullable(text), to: z.nullable(text) }),
    z.strictObject({
      ...span,
      field: z.literal('amountMinor'),
      from: z.nullable(minor),
      to: z.nullable(minor),
      units: z.exactOptional(z.strictObject({ from: unit, to: unit })),
    }),
  ]),
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
  leads: z.strictObject(leadShape),
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
  targets: target,
  snapshots: frozenForecast,
  mappings: mapping,
  process: processVersion,
  verdicts: verdict,
  settings: z.strictObject({ name: z.literal('user'), value: settings }),
} as const satisfies Record<BackupTable, z.core.$ZodType>;
