import type { Deal } from '../deal/deal';
import { amountText } from './amount-text';
import { csvText } from './csv-text';

const columns = {
  key: ({ key }) => key,
  crm: ({ crm }) => crm,
  host: ({ host }) => host,
  tenant: ({ tenant }) => tenant,
  id: ({ id }) => id,
  number: ({ number }) => number,
  name: ({ name }) => name,
  account: ({ account }) => account,
  amount: ({ amountMinor, currency }) => amountText(amountMinor, currency),
  currency: ({ currency }) => currency,
  // A sign with an unknown code: the amount is in no currency that can be named.
  currencySign: ({ currency, currencySymbol }) => (typeof currency === 'string' ? '' : currencySymbol),
  amountExact: ({ amountExact }) => truth(amountExact),
  recurring: ({ recurringMinor, currency }) => amountText(recurringMinor, currency),
  recurringPeriod: ({ recurringPeriod }) => recurringPeriod,
  contractEndOn: ({ contractEndOn }) => contractEndOn,
  kind: ({ kind }) => kind,
  product: ({ product }) => product,
  region: ({ region }) => region,
  team: ({ team }) => team,
  pipeline: ({ pipeline }) => pipeline,
  stage: ({ stage }) => stage,
  outcome: ({ outcome }) => outcome,
  crmProbability: ({ crmProbability }) => crmProbability?.toString(),
  forecastCategory: ({ forecastCategory }) => forecastCategory,
  owner: ({ owner }) => owner,
  createdBy: ({ createdBy }) => createdBy,
  sdr: ({ sdr }) => sdr,
  source: ({ source }) => source,
  channel: ({ channel }) => channel,
  createdOn: ({ createdOn }) => createdOn,
  closeOn: ({ closeOn }) => closeOn,
  closedOn: ({ closedOn }) => closedOn,
  stageSince: ({ stageSince }) => stageSince,
  lastActivityOn: ({ lastActivityOn }) => lastActivityOn,
  nextStep: ({ nextStep }) => nextStep,
  nextStepOn: ({ nextStepOn }) => nextStepOn,
  firstTouchAt: ({ firstTouchAt }) => firstTouchAt,
  meetingSetFor: ({ meetingSetFor }) => meetingSetFor,
  meetingHeld: ({ meetingHeld }) => truth(meetingHeld),
  hotPass: ({ hotPass }) => truth(hotPass),
  lostReason: ({ lostReason }) => lostReason,
  url: ({ url }) => url,
  seenAt: ({ seenAt }) => seenAt,
  seenVia: ({ seenVia }) => seenVia,
  removedAt: ({ removedAt }) => removedAt,
} satisfies Record<string, (deal: Deal) => string | null | undefined>;

export interface CsvOptions {
  /** False for every piece but the first, where a long table is written in pieces. */
  readonly withHeader?: boolean;
  /** Qualification fields to write, a column `qualification.<id>` each. */
  readonly qualification?: readonly string[];
}

/**
 * Deals as a CSV table for a spreadsheet: one line a deal, amounts as decimals beside their currency, dates as
 * `YYYY-MM-DD`, instants as ISO 8601 UTC. What is empty and what is not known are both empty cells.
 */
export function toCsv(
  deals: readonly Deal[],
  { withHeader = true, qualification = [] }: CsvOptions = {},
): string {
  const header = [...Object.keys(columns), ...qualification.map((id) => `qualification.${id}`)];
  const rows = deals.map((deal) => [
    ...Object.values(columns).map((cellOf) => cellOf(deal)),
    ...qualification.map((id) => deal.qualification?.[id]),
  ]);
  return csvText(withHeader ? [header, ...rows] : rows);
}

function truth(value: boolean | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
