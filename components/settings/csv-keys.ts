import type { HistoryField } from '../../lib/deal/file-history/file-step';
import type { CsvOpened } from '../../lib/store/csv/csv-desk';
import type { SheetProblem } from '../../lib/crm/sheet';
import { problemKeys } from '../pipeline/problem-keys';

type Refused = Extract<CsvOpened, { kind: 'refused' }>;

/** Message of each reason why a file is not looked at; message keys allow no hyphen. */
export const csvRefusalKeys = {
  'too-large': 'csv.tooLarge',
  'too-many-rows': 'csv.tooManyRows',
  'not-text': 'csv.notText',
  'no-rows': 'csv.noRows',
  'one-column': 'csv.oneColumn',
  quotes: 'csv.quotes',
} as const satisfies Record<Refused['why'], string>;

/** Message of each reason why a row or a value is left out. */
export const csvProblemKeys = {
  ...problemKeys,
  'no-id': 'csv.noId',
  'id-mangled': 'csv.idMangled',
  'id-twice': 'csv.idTwice',
  cells: 'csv.cells',
  'deal-unknown': 'csv.dealUnknown',
  'history-late': 'csv.historyLate',
  'history-order': 'csv.historyOrder',
  'history-differs': 'csv.historyDiffers',
} as const satisfies Record<SheetProblem['code'], string>;

/** Message of each field whose changes a file may tell of. */
export const historyFieldKeys = {
  stage: 'field.stage',
  owner: 'field.owner',
  amount: 'field.amount',
  closeOn: 'field.closeOn',
  outcome: 'field.outcome',
  forecastCategory: 'field.forecastCategory',
} as const satisfies Record<HistoryField, string>;
