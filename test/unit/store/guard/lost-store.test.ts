import { describe, expect, test } from 'vitest';
import { defaultProcess } from '../../../../lib/deal/default-process';
import type { Lead } from '../../../../lib/deal/lead';
import { importStep } from '../../../../lib/store/import-step';
import { saveRows } from '../../../../lib/store/save-rows';
import { wipeStore } from '../../../../lib/store/wipe';
import { write } from '../../../../lib/store/write';
import { handoffRow, verdict } from '../handoff-row';
import { readState } from '../../../../lib/store/read-state';
import { Fuse } from './fuse';
import { fresh, putRate, worldWithStore } from './stored-world';
import { Trouble } from './trouble';
import { mirrorRows, rowsOf, World } from './world';

const lead: Lead = {
  key: 'x|t|1',
  crm: 'x',
  tenant: 't',
  host: 'h',
  id: '1',
  seenAt: '2026-03-02T10:00:00.000Z',
};

describe('a store that was lost', () => {
  test('comes back whole from the mirror, with what the journal still held', async () => {
    const world = await worldWithStore();
    const first = world.start();
    await putRate(first.database, '2026-01-03');
    const [before, state] = [await rowsOf(first.database), await readState(first.database)];
    first.end();
    world.primary = fresh();

    const { database, guard, rebuilt, end } = world.start();
    await guard.whenReady();
    expect(await rowsOf(database)).toEqual(before);
    expect(await readState(database)).toEqual(state);
    expect(world.outcome()).toMatchObject({ kind: 'restored', whole: true, deals: 0, changes: 0 });
    expect(world.outcome()?.missing).toBeUndefined();
    expect(rebuilt()).toBe(1);
    await guard.tend();
    expect(await mirrorRows(world, database)).toEqual(before);
    end();
  });

  test('has its rules of passing, its verdicts and its leads again, and passes only when they are made anew', async () => {
    const world = await worldWithStore();
    const first = world.start();
    const rules = defaultProcess('2026-03-01', 'Europe/Copenhagen');
    await saveRows(first.database, { table: 'process', put: [rules] });
    await saveRows(first.database, { table: 'verdicts', put: [verdict] });
    await saveRows(first.database, { table: 'handoffs', put: [handoffRow] });
    await importStep(first.database, { name: 'i', nth: 0, work: { kind: 'leads', rows: [lead] } });
    first.end();
    world.primary = fresh();

    const { database, guard, end } = world.start();
    await guard.whenReady();
    expect(await database.process.toArray()).toEqual([rules]);
    expect(await database.verdicts.toArray()).toEqual([verdict]);
    expect(await database.leads.toArray()).toEqual([lead]);
    expect(await database.handoffs.count()).toBe(0);
    await saveRows(database, { table: 'handoffs', put: [handoffRow] });
    await wipeStore(database);
    expect(await rowsOf(database)).toEqual({});
    expect(await database.handoffs.count()).toBe(0);
    expect(await mirrorRows(world, database)).toEqual({});
    end();
  });

  test('is restored into another bucket where the browser can neither open nor delete it', async () => {
    const world = await worldWithStore();
    const trouble = new Trouble();
    trouble.opening = 'UnknownError';
    world.primary = trouble.wire(world.primary);
    const { database, end } = world.start();
    await putRate(database, '2026-01-03');
    expect((await rowsOf(database))['rates']).toHaveLength(3);
    expect(world.local.items.get('home')).toBe('stafet');
    end();

    // The next worker, and every page, finds it there, whatever has become of the old place.
    trouble.opening = undefined;
    const next = world.start();
    expect((await rowsOf(next.database))['rates']).toHaveLength(3);
    next.end();
  });

  test('is told where neither copy is left, with what there was', async () => {
    const world = new World();
    const first = world.start();
    await write(first.database, [first.database.deals], async () => {
      await first.database.table('deals').bulkPut([{ key: 'a' }, { key: 'b' }]);
    });
    await first.guard.tend();
    first.end();
    world.primary = fresh();
    world.buckets.clear();
    const { database, end } = world.start();
    await putRate(database, '2026-01-01');
    expect(world.outcome()).toMatchObject({ kind: 'lost', whole: true, deals: 2 });
    expect(await readState(database)).toMatchObject({ generation: 1 });
    end();
  });

  test('is not told where there never was one', async () => {
    const world = new World();
    const { guard, end } = world.start();
    await guard.whenReady();
    expect(world.outcome()).toBeUndefined();
    expect(world.sentinel()).toBeUndefined();
    end();
  });

  test('and whose mirror cannot be opened holds writes back, for this session and no longer', async () => {
    const world = await worldWithStore();
    world.primary = fresh();
    const closed = { open: () => Promise.reject(new DOMException('No', 'UnknownError')) };
    const first = world.start(new Fuse(), closed);
    await expect(putRate(first.database, '2026-01-03')).rejects.toThrow('waited for');
    expect(world.session.items.get('storeError')).toMatchObject({ kind: 'held' });
    first.end();
    // Another worker of the same session waits as well.
    const second = world.start(new Fuse(), closed);
    await expect(putRate(second.database, '2026-01-03')).rejects.toThrow('waited for');
    second.end();

    world.restartBrowser();
    const third = world.start(new Fuse(), closed);
    await putRate(third.database, '2026-01-03');
    expect(world.outcome()).toMatchObject({ kind: 'lost' });
    third.end();
  });

  test('comes back as it was where the mirror can be opened again', async () => {
    const world = await worldWithStore();
    world.primary = fresh();
    const first = world.start(new Fuse(), {
      open: () => Promise.reject(new DOMException('No', 'UnknownError')),
    });
    await first.guard.whenReady();
    first.end();
    const { database, end } = world.start();
    await putRate(database, '2026-01-03');
    expect((await rowsOf(database))['rates']).toHaveLength(3);
    end();
  });
});
