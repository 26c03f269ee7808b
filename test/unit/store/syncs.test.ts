import { describe, expect, it } from 'vitest';
import { readSyncs } from '../../../lib/store/page-queries';
import { beginSync, finishSync, interruptSyncs, touchSync } from '../../../lib/store/syncs';
import { writeSync } from '../../../lib/store/write-sync';
import { dump, freshDatabase, read, syncStep, tenant } from './open';

const who = { ...tenant, crm: 'tryton', label: 'Tryton' };
const first = { ...who, runId: 'r-1' };
const second = { ...who, runId: 'r-2' };

/** Instants in seconds after the start. */
const after = (seconds: number) =>
  new Date(Date.parse('2026-03-03T10:00:00.000Z') + seconds * 1000).toISOString();

describe('a sync', () => {
  it('is refused while another run gives signs of life, however long a step takes', async () => {
    const database = freshDatabase();
    await beginSync(database, { ...first, at: after(0) });
    for (let beat = 20; beat <= 600; beat += 20) {
      expect(await touchSync(database, { ...first, at: after(beat) })).toBe(true);
      expect(await beginSync(database, { ...second, at: after(beat + 19) })).toBeUndefined();
    }
    expect(await readSyncs(database, after(660))).toMatchObject([{ status: 'running', runId: 'r-1' }]);
  });

  it('can be begun again after a silence, and from then on the silent run writes and ends nothing', async () => {
    const database = freshDatabase();
    await beginSync(database, { ...first, at: after(0) });
    await writeSync(database, syncStep({ cursor: 'half', done: 0, total: 2 }, after(1)));
    expect(await readSyncs(database, after(62))).toMatchObject([{ status: 'stopped', stop: 'interrupted' }]);
    expect(await beginSync(database, { ...second, at: after(62) })).toMatchObject({ cursor: 'half' });

    const before = await dump(database);
    const late = syncStep({ deals: [read('7', { stage: 'lead' }, after(63))], done: 1, total: 1 }, after(63));
    expect(await writeSync(database, late)).toMatchObject({ stop: true, stored: 0 });
    expect(await touchSync(database, { ...first, at: after(63) })).toBe(false);
    await finishSync(database, { ...first, stop: undefined, at: after(63) });
    await finishSync(database, { ...first, stop: 'cancelled', at: after(63) });
    expect(await beginSync(database, { ...first, at: after(63) })).toBeUndefined();
    expect(await dump(database)).toEqual(before);
  });

  it('of two runs interleaved stores the steps of the one that began last, each once', async () => {
    const database = freshDatabase();
    const step = (runId: string, id: string, done: number) => ({
      ...syncStep(
        { deals: [read(id, { stage: runId }, after(100))], done, total: 3, seenAs: 'ida' },
        after(100),
      ),
      runId,
    });
    await beginSync(database, { ...first, at: after(0) });
    await beginSync(database, { ...second, at: after(90) });
    const stops: boolean[] = [];
    for (const [nth, id] of ['1', '2', '3'].entries()) {
      for (const runId of ['r-1', 'r-2'])
        stops.push((await writeSync(database, step(runId, id, nth + 1))).stop);
    }
    expect(stops).toEqual([true, false, true, false, true, false]);
    expect((await database.deals.toArray()).map(({ stage }) => stage)).toEqual(['r-2', 'r-2', 'r-2']);
    expect(await database.changes.count()).toBe(0);
  });

  it('gives the run that asks again the same answer, and lets one that has ended not begin anew', async () => {
    const database = freshDatabase();
    const begun = await beginSync(database, { ...first, at: after(0) });
    expect(await beginSync(database, { ...first, at: after(10) })).toEqual(begun);
    await finishSync(database, { tenant: tenant.tenant, stop: 'cancelled', at: after(11) });
    expect(await beginSync(database, { ...first, at: after(12) })).toBeUndefined();
    expect(await touchSync(database, { ...first, at: after(12) })).toBe(false);
  });

  it('goes on from its cursor after any stop, and from the start after it is done', async () => {
    const database = freshDatabase();
    await beginSync(database, { ...first, at: after(0) });
    await writeSync(database, syncStep({ cursor: 'half', done: 0, total: 2 }, after(1)));
    await finishSync(database, { ...first, stop: 'signed-out', at: after(2) });
    expect(await beginSync(database, { ...second, at: after(3) })).toMatchObject({
      cursor: 'half',
      status: 'running',
      startedAt: after(0),
    });
    await finishSync(database, { ...second, stop: undefined, at: after(4) });
    expect(await beginSync(database, { ...first, at: after(5) })).not.toHaveProperty('cursor');
  });

  it('begins anew where a history was not understood, the very first one too', async () => {
    const database = freshDatabase();
    await beginSync(database, { ...first, at: after(0) });
    await writeSync(database, syncStep({ cursor: 'history', done: 0, total: 0 }, after(1)));
    await finishSync(database, { ...first, stop: 'layout-unknown', at: after(2) });
    expect(await beginSync(database, { ...second, at: after(3) })).not.toHaveProperty('cursor');
  });

  it('begins anew as another user, and after an hour', async () => {
    for (const [stop, later] of [
      ['access-changed', 3],
      ['busy', 3700],
    ] as const) {
      const database = freshDatabase();
      await beginSync(database, { ...first, at: after(0) });
      await writeSync(database, syncStep({ cursor: 'half', done: 0, total: 2 }, after(1)));
      await finishSync(database, { ...first, stop, at: after(2) });
      const begun = await beginSync(database, { ...second, at: after(later) });
      expect(begun).toMatchObject({ startedAt: after(later), deals: { done: 0 } });
      expect(begun).not.toHaveProperty('cursor');
    }
  });

  it('whose scripts are known to be gone can be begun again at once, and goes on where it stopped', async () => {
    const database = freshDatabase();
    await interruptSyncs(database);
    await beginSync(database, { ...first, at: after(0) });
    await writeSync(database, syncStep({ cursor: 'half', done: 0, total: 2 }, after(1)));
    await interruptSyncs(database);
    const [stopped] = await readSyncs(database, after(2));
    expect(stopped).toMatchObject({ status: 'stopped', deals: { done: 0, total: 2 } });
    expect(stopped?.stop).toBeUndefined();
    const late = syncStep({ deals: [read('7', { stage: 'lead' }, after(3))], done: 1, total: 1 }, after(3));
    expect(await writeSync(database, late)).toMatchObject({ stop: true });
    expect(await beginSync(database, { ...second, at: after(3) })).toMatchObject({ cursor: 'half' });
  });
});
