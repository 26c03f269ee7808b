import { describe, expect, it } from 'vitest';
import { backupChunks } from '../../../lib/export/backup-chunks';
import type { Database } from '../../../lib/store/database';
import { importBackup } from '../../../lib/store/import-backup';
import { readBackup } from '../../../lib/store/read-backup';
import { writeSettings } from '../../../lib/store/settings';
import { updateSite } from '../../../lib/store/sites';
import { beginSync } from '../../../lib/store/syncs';
import { wipeStore } from '../../../lib/store/wipe';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, dump, freshDatabase, read, tenant } from './open';

async function filled(): Promise<Database> {
  const database = freshDatabase();
  const values = {
    name: '"Æ" <b>',
    amount: { decimal: '12.50', currency: 'EUR' },
    qualification: { need: 'CFO' },
  };
  await writeReads(
    database,
    batch([read('7', { ...values, stage: 'lead' }), read(undefined, { number: '9' })]),
  );
  await writeReads(
    database,
    batch([read('7', { stage: 'won', outcome: 'won' }, '2026-03-04T10:00:00.000Z')]),
  );
  await writeSettings(database, {
    me: 'Ida',
    fiscal: { period: 'month', yearStartMonth: 4 },
    reportingCurrency: 'EUR',
  });
  await database.rates.put({ from: 'DKK', to: 'EUR', on: '2026-01-01', rate: '0.134' });
  await updateSite(database, 'crm.example.com', { overlayOn: false });
  const run = { ...tenant, runId: 'r-1', crm: 'tryton', label: 'Tryton' };
  await beginSync(database, { ...run, at: '2026-03-05T10:00:00.000Z' });
  return database;
}

async function backupOf(database: Database): Promise<string> {
  let text = '';
  for await (const part of backupChunks(
    { stafet: 1, exportedAt: '2026-03-05T10:00:00.000Z' },
    readBackup(database),
  )) {
    text += part;
  }
  return text;
}

describe('a backup', () => {
  it('brings everything back but hosts and syncs', async () => {
    const database = await filled();
    const before = await dump(database);
    const text = await backupOf(database);
    await wipeStore(database);
    expect(await importBackup(database, text)).toMatchObject({ kind: 'imported' });
    expect(await dump(database)).toEqual({
      ...before,
      sites: [],
      syncs: [],
      changes: expect.any(Array) as unknown[],
    });
    const withoutId = ({ id: _, ...change }: Record<string, unknown>) => change;
    const changes = (await dump(database))['changes'] as Record<string, unknown>[];
    expect(changes.map(withoutId)).toEqual((before['changes'] as Record<string, unknown>[]).map(withoutId));
  });

  it('changes nothing when it is imported twice, or over newer deals', async () => {
    const database = await filled();
    const text = await backupOf(database);
    await writeReads(database, batch([read('7', { stage: 'lost' }, '2026-03-09T10:00:00.000Z')]));
    const before = await dump(database);
    await importBackup(database, text);
    expect(await dump(database)).toEqual(before);
  });

  it.each([
    ['no JSON', '{"stafet":1,', 'not-json'],
    ['another file', '{"hello":1}', 'not-a-backup'],
    ['a version that we do not know', '{"stafet":2,"tables":{}}', 'not-a-backup'],
    ['a table that we do not know', '{"stafet":1,"tables":{"users":[{}]}}', 'unknown-table users'],
    ['a host grant', '{"stafet":1,"tables":{"sites":[{"host":"evil.example.com"}]}}', 'unknown-table sites'],
    ['a deal that is none', '{"stafet":1,"tables":{"deals":[{"key":"a|b|c"}]}}', 'deals.0'],
    ['an amount that is no integer', '', 'deals.0.amountMinor'],
    ['a deal that is sound beside one that is not', '', 'deals.1'],
  ])('with %s is refused, says where, and changes nothing', async (what, text, why) => {
    const database = await filled();
    const whole = JSON.parse(await backupOf(database)) as { tables: { deals: object[] } };
    const [deal = {}] = whole.tables.deals;
    if (what.startsWith('an amount')) whole.tables.deals = [{ ...deal, amountMinor: 12.5 }];
    if (what.startsWith('a deal that is sound'))
      whole.tables.deals = [
        { ...deal, key: 'x|y|1' },
        { ...deal, outcome: 'maybe' },
      ];
    const before = await dump(database);
    const outcome = await importBackup(database, text === '' ? JSON.stringify(whole) : text);
    expect(outcome.kind).toBe('refused');
    if (outcome.kind === 'refused') expect(`${outcome.why} ${outcome.where ?? ''}`).toContain(why);
    expect(await dump(database)).toEqual(before);
  });

  it('cannot reach a prototype', async () => {
    const database = freshDatabase();
    const text = '{"stafet":1,"tables":{"__proto__":[{"polluted":true}],"deals":[]}}';
    await importBackup(database, text);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
