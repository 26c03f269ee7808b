import { beforeEach, expect, test, vi } from 'vitest';
import { giveBackUnused } from '../../../lib/messages/give-back-unused';
import type { Database } from '../../../lib/store/database';
import { beginSync, finishSync } from '../../../lib/store/syncs';
import { freshDatabase } from '../store/open';

const given = vi.hoisted(() => ({ back: 0 }));
vi.mock('../../../lib/hosts/other-host', () => ({
  giveBackOtherHosts: async () => {
    given.back += 1;
  },
}));

const began = '2026-05-19T10:00:00.000Z';
const run = (tenant: string, host: string) => ({
  tenant,
  host,
  crm: 'salesforce',
  label: 'Salesforce',
  runId: `run of ${tenant}`,
  at: began,
});
const other = run('other', 'acme.lightning.force.com');
let database: Database;

beforeEach(() => {
  given.back = 0;
  database = freshDatabase();
});

test('what a run on another host needs is kept while it runs, and given back when it ends', async () => {
  await beginSync(database, other);
  await giveBackUnused(database, began);
  expect(given.back).toBe(0);
  await finishSync(database, { tenant: other.tenant, runId: other.runId, at: began });
  await giveBackUnused(database, began);
  expect(given.back).toBe(1);
});

test('a run elsewhere needs none of it', async () => {
  await beginSync(database, run('crm', 'crm.example.com:8069'));
  await giveBackUnused(database, began);
  expect(given.back).toBe(1);
});

test('a run that has fallen silent needs it no more: its tab is gone', async () => {
  await beginSync(database, other);
  await giveBackUnused(database, '2026-05-19T10:02:00.000Z');
  expect(given.back).toBe(1);
});
