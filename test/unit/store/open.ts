import 'fake-indexeddb/auto';
import { afterEach } from 'vitest';
import type { DealRead, DealValues } from '../../../lib/deal/deal';
import type { ReadBatch, SyncBatch } from '../../../lib/messages/protocol';
import { openDatabase, type Database } from '../../../lib/store/database';

let opened: Database[] = [];
let names = 0;

afterEach(async () => {
  for (const database of opened) await database.delete();
  opened = [];
});

/** A store of its own for one test. */
export function freshDatabase(): Database {
  const database = openDatabase(`test-${(names += 1)}`);
  opened.push(database);
  return database;
}

export const tenant = { tenant: 'crm.example.com/sales', host: 'crm.example.com' };

export function read(id: string | undefined, values: DealValues, at = '2026-03-02T10:00:00.000Z'): DealRead {
  return { ...(id === undefined ? {} : { id }), values, at };
}

export function batch(reads: readonly DealRead[], change: Partial<ReadBatch> = {}): ReadBatch {
  return {
    batchId: 'b-1',
    crm: 'tryton',
    label: 'Tryton',
    tenant,
    url: `https://${(change.tenant ?? tenant).host}/#sales`,
    view: { kind: 'list', name: 'sale.opportunity', scope: 'Leads' },
    viewedAt: '2026-03-02T10:00:00.000Z',
    at: '2026-03-02T10:00:00.000Z',
    reads,
    problems: [],
    rendered: reads.length,
    ...change,
  };
}

/** A step of the run `r-1`, each a new one. */
export function syncStep(page: Partial<SyncBatch['page']>, at = '2026-03-03T10:00:00.000Z'): SyncBatch {
  return {
    batchId: `s-${(names += 1)}`,
    runId: 'r-1',
    crm: 'tryton',
    label: 'Tryton',
    tenant,
    url: 'https://crm.example.com/#sales',
    page: { phase: 'deals', deals: [], done: 0, cursor: '{}', ...page },
    at,
  };
}

/** Everything in the store, to compare before and after; but for the count of its writes, and an import's last step. */
export async function dump(database: Database): Promise<Record<string, unknown[]>> {
  return Object.fromEntries(
    await Promise.all(
      database.tables.map(async (table) => {
        const rows: unknown[] = await table.toArray();
        return [table.name, rows.filter((row) => !isBookkeeping(row))] as const;
      }),
    ),
  );
}

function isBookkeeping(row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return false;
  return ('generation' in row && 'uuid' in row) || ('scope' in row && row.scope === 'import');
}
