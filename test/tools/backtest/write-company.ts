import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { generateCompany } from './generate-company';
import { SHAPES } from './shapes';

const DEAL_COLUMNS = [
  'id',
  'createdAt',
  'owner',
  'team',
  'region',
  'product',
  'source',
  'amount',
  'stage0',
  'status',
  'closedAt',
  'closedAmount',
];

/** Writes the made-up company that the README shows, and says what it is. */
export function writeCompany(folder: string): string {
  const shape = SHAPES.find(({ name }) => name === 'quarter ends');
  if (shape === undefined) throw new RangeError('no such shape');
  const { deals, history } = generateCompany({ ...shape, newPerDay: 12 });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'deals.csv'), Papa.unparse([...deals], { columns: DEAL_COLUMNS }));
  writeFileSync(
    join(folder, 'history.csv'),
    Papa.unparse([...history], { columns: ['id', 'at', 'field', 'from', 'to'] }),
  );
  return `${deals.length} deals and ${history.length} changes of a made-up company are in ${folder}.`;
}
