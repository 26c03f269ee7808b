import { describe, expect, it } from 'vitest';
import { beginSync, finishSync } from '../../../lib/store/syncs';
import { writeReads } from '../../../lib/store/write-reads';
import { writeSync } from '../../../lib/store/write-sync';
import { batch, freshDatabase, read, syncStep, tenant } from './open';

const who = { ...tenant, runId: 'r-1', crm: 'tryton', label: 'Tryton' };
const begun = '2026-03-03T09:59:00.000Z';
const at = '2026-03-03T10:00:00.000Z';
const key = 'tryton|crm.example.com/sales|7';

describe('writeSync', () => {
  it('stores deals and the place to go on from together', async () => {
    const database = freshDatabase();
    await beginSync(database, { ...who, at: begun });
    const ack = await writeSync(
      database,
      syncStep({
        deals: [read('7', { stage: 'lead' }, at)],
        done: 1,
        total: 9,
        openTotal: 5,
        cursor: 'here',
      }),
    );
    expect(ack).toMatchObject({ stored: 1, stop: false });
    expect(await database.syncs.get(tenant.tenant)).toMatchObject({
      cursor: 'here',
      deals: { done: 1, total: 9 },
      openTotal: 5,
    });
    expect(await database.deals.get(key)).toMatchObject({ stage: 'lead', seenVia: 'api' });
  });

  it('stores nothing once the sync was cancelled, and says so', async () => {
    const database = freshDatabase();
    await beginSync(database, { ...who, at: begun });
    await finishSync(database, { tenant: tenant.tenant, stop: 'cancelled', at: begun });
    const ack = await writeSync(database, syncStep({ deals: [read('7', { stage: 'lead' }, at)] }));
    expect(ack.stop).toBe(true);
    expect(await database.deals.count()).toBe(0);
  });

  it('replaces what was pieced together from reads by the exact history, without doubles', async () => {
    const database = freshDatabase();
    await writeReads(database, batch([read('7', { stage: 'lead' })]));
    await writeReads(database, batch([read('7', { stage: 'won' }, '2026-03-02T12:00:00.000Z')]));
    expect(await database.changes.count()).toBe(1);
    await beginSync(database, { ...who, at: begun });
    const exact = { field: 'stage', from: 'lead', to: 'won', at: '2026-03-02T11:11:11.123456Z' } as const;
    const histories = [{ id: '7', history: { fields: ['stage'] as const, until: at, changes: [exact] } }];
    for (const _ of [1, 2]) await writeSync(database, syncStep({ phase: 'history', histories, done: 1 }));
    expect(await database.changes.toArray()).toMatchObject([
      { key, field: 'stage', from: 'lead', to: 'won', at: exact.at, notBefore: exact.at, source: 'history' },
    ]);
  });
});
