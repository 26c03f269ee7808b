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
} as const satisfies Record<SheetProblem['code'], string>;
