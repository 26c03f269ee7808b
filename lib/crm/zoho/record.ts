import type { DealValues, StatedAmount } from '../../deal/deal';
import { currencyOf, dayOf, decimalOf, idOf, isRecord, shareOfPercent, textOf } from '../sync/guards';
import { localDayOf } from '../sync/local-day';
import type { StatedDeal } from '../sync/read-pipeline';
import { rowTaker } from '../sync/row-taker';
import type { Row } from './api';
import type { ZohoStages } from './stages';

/** Fields of a deal that are asked for (facts.md 5.4); an organisation may lack some. */
export const dealFields = [
  'Deal_Name',
  'Owner',
  'Account_Name',
  'Amount',
  'Currency',
  'Closing_Date',
  'Stage',
  'Pipeline',
  'Probability',
  'Type',
  'Lead_Source',
  'Next_Step',
  'Created_Time',
  'Created_By',
  'Last_Activity_Time',
  'Reason_For_Loss__s',
] as const;

export interface RecordContext {
  readonly stages: ZohoStages;
  readonly urlOf: (id: string) => string;
}

/** Reads one deal; `undefined` where it has no id. */
export function readDeal(row: Row, { stages, urlOf }: RecordContext): StatedDeal | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  const { take, miss, problems } = rowTaker(textOf(row['Deal_Name']) ?? id);
  const value = textOf(row['Stage']);
  const stage = stages.of.get(value ?? '');
  const outcome = stage?.outcome;
  if (value !== undefined && outcome === undefined && stages.of.size > 0) miss('outcome', value);
  const values: DealValues = {
    ...take('name', row['Deal_Name'], textOf),
    ...take('account', row['Account_Name'], nameIn),
    ...take('amount', row['Amount'], (amount) => amountIn(amount, row)),
    // A stage that no pipeline has any more keeps the name that the deal has it by.
    ...take('stage', row['Stage'], (text) => stage?.name ?? textOf(text)),
    ...take('pipeline', row['Pipeline'], (pipeline) => textOf(pipeline) ?? nameIn(pipeline)),
    ...(outcome === undefined ? {} : { outcome }),
    ...take('crmProbability', row['Probability'], shareOfPercent),
    ...(stage?.forecastCategory === undefined ? {} : { forecastCategory: stage.forecastCategory }),
    ...take('owner', row['Owner'], nameIn),
    ...take('createdBy', row['Created_By'], nameIn),
    ...(row['Type'] === 'New Business' ? { kind: 'new' } : {}),
    ...take('source', row['Lead_Source'], textOf),
    ...take('createdOn', row['Created_Time'], localDayOf),
    // The one date of a deal: when it closes, and once it has closed when it did, for all that the interface says.
    ...take('closeOn', row['Closing_Date'], dayOf),
    ...(outcome === 'open' ? { closedOn: null } : {}),
    ...take('lastActivityOn', row['Last_Activity_Time'], localDayOf),
    ...take('nextStep', row['Next_Step'], textOf),
    ...take('lostReason', row['Reason_For_Loss__s'], textOf),
  };
  return { id, url: urlOf(id), values, problems };
}

/** facts.md 5.5: a deal has a currency where there are several; else there is the sign alone. */
function amountIn(amount: unknown, row: Row): StatedAmount | undefined {
  const decimal = decimalOf(amount);
  const currency = currencyOf(row['Currency']);
  const symbol = textOf(row['$currency_symbol']);
  if (decimal === undefined || currency === undefined) return undefined;
  if (currency !== null) return { decimal, currency };
  return symbol === undefined || symbol.length > 8 ? { decimal } : { decimal, symbol };
}

/** The name of another record that a field names. */
function nameIn(value: unknown): string | undefined {
  return isRecord(value) ? textOf(value['name']) : undefined;
}
