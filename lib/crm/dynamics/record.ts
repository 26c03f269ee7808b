import type { DealValues, Outcome } from '../../deal/deal';
import { dayOf, decimalOf, isRecord, shareOfPercent, textOf } from '../sync/guards';
import { localDayOf } from '../sync/local-day';
import type { StatedDeal } from '../sync/read-pipeline';
import { rowTaker } from '../sync/row-taker';
import { formatted } from './api';
import type { Flows } from './flows';
import { guidIn } from './urls';

/** Fields of an opportunity that a deal is made of (facts.md 4.4); an organisation may lack some. */
export const opportunityFields = [
  'name',
  'estimatedvalue',
  'actualvalue',
  'estimatedclosedate',
  'actualclosedate',
  'closeprobability',
  'msdyn_forecastcategory',
  'statecode',
  'statuscode',
  // The names of the flow's stages where it is the one that Dynamics brings along; `stepname` has stopped following.
  'salesstage',
  'createdon',
  'ownerid',
  'createdby',
  'customerid',
  'originatingleadid',
  'transactioncurrencyid',
] as const;

const lookups = new Set(['ownerid', 'createdby', 'customerid', 'originatingleadid', 'transactioncurrencyid']);

/** A field as the interface selects it: lookups have a name of their own for their id (facts.md 4.4). */
export function selected(field: string): string {
  return lookups.has(field) ? `_${field}_value` : field;
}

/** facts.md 4.4: `statecode`. */
const outcomes: readonly Outcome[] = ['open', 'won', 'lost'];

export interface RecordContext {
  readonly flows: Flows;
  /** ISO codes by the currencies' own ids. */
  readonly currencies: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly urlOf: (id: string) => string;
}

/** Reads one opportunity; `undefined` where it has no id. */
export function readOpportunity(
  row: Readonly<Record<string, unknown>>,
  { flows, currencies, people, urlOf }: RecordContext,
): StatedDeal | undefined {
  const id = guidIn(row['opportunityid']);
  if (id === undefined) return undefined;
  const { take, miss, problems } = rowTaker(textOf(row['name']) ?? id);
  const { statecode } = row;
  const outcome = typeof statecode === 'number' ? outcomes[statecode] : undefined;
  if (outcome === undefined) miss('outcome', statecode);
  const place = flows.of(id);
  const currencyId = row['_transactioncurrencyid_value'];
  const currency = currencies.get(guidIn(currencyId) ?? '');
  const isNamed = currency !== undefined || currencyId === null;
  // What a won deal has brought stands in another field than what it was hoped to bring.
  const actual = outcome === 'won' ? row['actualvalue'] : null;
  const amount = take('amount', actual ?? row['estimatedvalue'], (value) => {
    const decimal = decimalOf(value);
    return decimal === undefined || !isNamed ? undefined : { decimal, ...(currency && { currency }) };
  });
  const lead = row['originatingleadid'];
  const values: DealValues = {
    ...take('name', row['name'], textOf),
    ...take('account', formatted(row, '_customerid_value'), textOf),
    ...amount,
    ...(outcome === undefined ? {} : { outcome }),
    ...(place === undefined
      ? take('stage', formatted(row, 'salesstage'), textOf)
      : { stage: place.stage, pipeline: place.pipeline, ...take('stageSince', place.since, localDayOf) }),
    ...take('crmProbability', row['closeprobability'], shareOfPercent),
    ...take('forecastCategory', formatted(row, 'msdyn_forecastcategory'), textOf),
    ...take('closeOn', row['estimatedclosedate'], dayOf),
    ...take('closedOn', outcome === 'open' ? null : row['actualclosedate'], dayOf),
    ...take('createdOn', row['createdon'], localDayOf),
    ...take('owner', formatted(row, '_ownerid_value'), textOf),
    ...take('createdBy', formatted(row, '_createdby_value'), textOf),
    ...(outcome === 'lost' ? take('lostReason', formatted(row, 'statuscode'), textOf) : {}),
    ...(isRecord(lead) ? ofLead(lead, row, people) : {}),
  };
  return { id, url: urlOf(id), values, problems };
}

/** facts.md 4.4: an opportunity has no source of its own, and its lead has; another owner of the lead found the deal. */
function ofLead(
  lead: Readonly<Record<string, unknown>>,
  row: Readonly<Record<string, unknown>>,
  people: ReadonlyMap<string, string>,
): DealValues {
  const source = textOf(formatted(lead, 'leadsourcecode'));
  const finder = lead['_ownerid_value'] === row['_ownerid_value'] ? undefined : lead['_ownerid_value'];
  const sdr = textOf(formatted(lead, '_ownerid_value')) ?? people.get(guidIn(finder) ?? '');
  return {
    ...(source === undefined ? {} : { source }),
    ...(finder === undefined || sdr === undefined ? {} : { sdr }),
  };
}
