import type { DealKind, DealValues, StatedAmount } from '../../deal/deal';
import { currencyOf, dayOf, decimalOf, isRecord, shareOfPercent, textOf } from '../sync/guards';
import { localDayOf } from '../sync/local-day';
import type { StatedDeal } from '../sync/read-pipeline';
import { rowTaker } from '../sync/row-taker';
import type { Row } from './api';
import { opportunityId } from './deal-id';
import type { SalesforceStages } from './stages';

/** Fields of an opportunity that are asked for (facts.md 1.4); an organisation, or a user, may lack some. */
const asked = [
  'Name',
  'Amount',
  'CurrencyIsoCode',
  'CloseDate',
  'StageName',
  'Probability',
  'ForecastCategoryName',
  'IsClosed',
  'IsWon',
  'Type',
  'LeadSource',
  'OwnerId',
  'CreatedDate',
  'LastActivityDate',
  'LastStageChangeDate',
  'NextStep',
] as const;

/** The names of what these point to, and the field without which there is none. */
const related = [
  ['Owner.Name', 'OwnerId'],
  ['CreatedBy.Name', 'CreatedById'],
  ['Account.Name', 'AccountId'],
] as const;

/** Fields that organisations make themselves, under the names that are usual for them (facts.md 1.4, 1.5). */
const finder = /^(?:SDR|BDR)(?:_Owner)?__c$/i;
const reason = /^(?:Loss|Lost|Closed_Lost)_Reason__c$/i;

/** What an organisation's opportunities have. */
export interface OpportunityFields {
  /** To be selected. */
  readonly selected: readonly string[];
  /** Path to the name of whoever found the deal. */
  readonly finder: readonly [relation: string, name: string] | undefined;
  readonly reason: string | undefined;
  readonly recurring: { readonly field: string; readonly period: 'month' | 'year' } | undefined;
}

/** The fields to be asked for, of those that there are. */
export function opportunityFieldsOf(known: ReadonlyMap<string, Row>): OpportunityFields {
  const own = [...known.keys()];
  const finds = own.find((name) => finder.test(name) && known.get(name)?.['type'] === 'reference');
  const relation = finds === undefined ? undefined : textOf(known.get(finds)?.['relationshipName']);
  const why = own.find((name) => reason.test(name));
  const isMoney = (name: string) => known.get(name)?.['type'] === 'currency';
  const yearly = own.find((name) => /^ARR__c$/i.test(name) && isMoney(name));
  const monthly = own.find((name) => /^MRR__c$/i.test(name) && isMoney(name));
  const recurring =
    yearly !== undefined
      ? ({ field: yearly, period: 'year' } as const)
      : monthly === undefined
        ? undefined
        : ({ field: monthly, period: 'month' } as const);
  return {
    selected: [
      'Id',
      ...asked.filter((name) => known.has(name)),
      ...related.flatMap(([path, field]) => (known.has(field) ? [path] : [])),
      ...(relation === undefined ? [] : [`${relation}.Name`]),
      ...(why === undefined ? [] : [why]),
      ...(recurring === undefined ? [] : [recurring.field]),
    ],
    finder: relation === undefined ? undefined : [relation, 'Name'],
    reason: why,
    recurring,
  };
}

export interface OpportunityContext {
  readonly fields: OpportunityFields;
  readonly stages: SalesforceStages;
  /** What amounts are counted in where a deal has no currency of its own; `undefined`: not told. */
  readonly currency: string | undefined;
  readonly urlOf: (id: string) => string;
}

/** facts.md 1.4: values of `Type` as Salesforce comes with them; an organisation has its own. */
const kinds: ReadonlyMap<unknown, DealKind> = new Map([
  ['New Business', 'new'],
  ['New Customer', 'new'],
  ['Existing Customer - Upgrade', 'expansion'],
  ['Renewal', 'renewal'],
]);

/** Reads one opportunity; `undefined` where it has no id. */
export function readOpportunity(row: Row, context: OpportunityContext): StatedDeal | undefined {
  const { fields, stages, urlOf } = context;
  const id = opportunityId(textOf(row['Id']) ?? '');
  if (id === undefined) return undefined;
  const { take, miss, problems } = rowTaker(textOf(row['Name']) ?? id);
  const { IsClosed: isClosed, IsWon: isWon } = row;
  const isTold = typeof isClosed === 'boolean' && typeof isWon === 'boolean' && (isClosed || !isWon);
  if (!isTold && isClosed !== undefined) miss('outcome', isClosed);
  const outcome = !isTold ? undefined : isWon ? 'won' : isClosed ? 'lost' : 'open';
  const amount = (value: unknown) => amountIn(value, row, context);
  const sdr = fields.finder && nameIn(row[fields.finder[0]]);
  const kind = kinds.get(row['Type']);
  const { recurring } = fields;
  const values: DealValues = {
    ...take('name', row['Name'], textOf),
    ...take('account', row['Account'], nameIn),
    ...take('amount', row['Amount'], amount),
    // A stage that is no more in the list keeps the name that the deal has it by.
    ...take('stage', row['StageName'], (value) => stages.of.get(String(value))?.name ?? textOf(value)),
    ...(outcome === undefined ? {} : { outcome }),
    ...take('crmProbability', row['Probability'], shareOfPercent),
    ...take('forecastCategory', row['ForecastCategoryName'], textOf),
    ...take('owner', row['Owner'], nameIn),
    ...take('createdBy', row['CreatedBy'], nameIn),
    ...(sdr === undefined ? {} : { sdr }),
    ...(kind === undefined ? {} : { kind }),
    ...take('source', row['LeadSource'], textOf),
    ...take('createdOn', row['CreatedDate'], localDayOf),
    // The one date of a deal: when it closes, and once it has closed when it did, for all that the interface says.
    ...take('closeOn', row['CloseDate'], dayOf),
    ...(outcome === 'open' ? { closedOn: null } : {}),
    ...take('stageSince', row['LastStageChangeDate'], localDayOf),
    ...take('lastActivityOn', row['LastActivityDate'], dayOf),
    ...take('nextStep', row['NextStep'], textOf),
    ...(fields.reason === undefined ? {} : take('lostReason', row[fields.reason], textOf)),
    ...(recurring === undefined
      ? {}
      : { ...take('recurring', row[recurring.field], amount), recurringPeriod: recurring.period }),
  };
  return { id, url: urlOf(id), values, problems };
}

/** facts.md 1.5: a deal has a currency where the organisation has several; else all are in the organisation's one. */
function amountIn(
  value: unknown,
  row: Row,
  { currency: ownCurrency }: OpportunityContext,
): StatedAmount | undefined {
  const decimal = decimalOf(value);
  const stated = currencyOf(row['CurrencyIsoCode']);
  if (decimal === undefined || stated === undefined) return undefined;
  const currency = stated ?? ownCurrency;
  return { decimal, ...(currency === undefined ? {} : { currency }) };
}

/** The name of the record that a field points to. */
function nameIn(value: unknown): string | undefined {
  return isRecord(value) ? textOf(value['Name']) : undefined;
}
