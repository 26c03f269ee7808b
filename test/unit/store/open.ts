import 'fake-indexeddb/auto';
import { afterEach } from 'vitest';
import type { DealRead, DealValues } from '../../../lib/deal/deal';
import type { Target } from '../../../lib/deal/target';
import type { ReadBatch, SyncBatch } from '../../../lib/messages/protocol';
import { withoutSlot } from '../../../lib/store/columns/without-slot';
import { openDatabase, type Database } from '../../../lib/store/database';
import type { GlanceKeeper } from '../../../lib/store/keep-glance';
import { saveRows } from '../../../lib/store/save-rows';

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

/** What is made of other rows, and where rows lie in it: equal stores may differ in them. */
const derived = ['columns', 'summary'];

/** Everything that is known, to compare before and after: all rows but for those that are made of others. */
export async function dump(database: Database): Promise<Record<string, unknown[]>> {
  const tables = database.tables.filter(({ name }) => !derived.includes(name));
  return Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => {
        const rows: object[] = await table.toArray();
        return [table.name, rows.map(withoutSlot)] as const;
      }),
    ),
  );
}

/** The figures that a worker keeps, of a test that asks for none. */
export const noGlances: GlanceKeeper = {
  refresh: () => {},
  glanceOn: () => Promise.reject(new Error('no figures here')),
};

/** Stores targets as the page that took them does. */
export function saveTargets(database: Database, put: readonly Target[]): Promise<boolean> {
  return saveRows(database, { table: 'targets', put });
}
