import { describe, expect, it } from 'vitest';
import { glanceOfPasses } from '../../../lib/store/glance-of-passes';
import { changedRows } from '../../../lib/store/handoff-rows-to-store';
import { readPasses } from '../../../lib/store/read-passes';
import { changeSettings } from '../../../lib/store/settings';
import { refusalOf } from '../../../lib/messages/check-own';
import { rebuildColumns } from '../../../lib/store/columns/rebuild-columns';
import { asProcess, asStore } from '../../demo/as-store';
import { generate } from '../../demo/generate';
import { freshDatabase } from './open';

const today = '2026-05-19';
const moment = { today, now: `${today}T00:00:00.000Z`, zone: 'UTC' };
const demo = generate({ seed: 2, today });
const mark = { uuid: 'u', content: 1 };

async function filled() {
  const database = freshDatabase();
  const { deals, changes } = asStore(demo);
  await database.deals.bulkPut(deals.map((deal, slot) => ({ ...deal, slot })));
  await database.changes.bulkAdd(changes);
  await database.process.put(asProcess('2020-01-01'));
  return database;
}

describe('the passes of a store', () => {
  it('are those that happened, by the stored rules', async () => {
    const { book, isSet } = await readPasses(await filled(), moment);
    expect(book.found[0]?.handoffs).toHaveLength(demo.handoffs.length);
    expect(isSet).toBe(true);
  });

  it('are told for popup and side panel in the scope that these show', async () => {
    const database = await filled();
    await rebuildColumns(database);
    await changeSettings(database, { me: 'Freja Lindholt', scope: 'person:Freja Lindholt' });
    const glance = await glanceOfPasses(database, await readPasses(database, moment), {
      mark,
      now: moment.now,
    });
    const hers = demo.handoffs.filter(({ from, passedAt }) => from === 'freja' && passedAt >= '2026-04-01');
    const of = (...decisions: readonly string[]) =>
      hers.filter(({ decision }) => decisions.includes(decision)).length;
    expect(hers).not.toHaveLength(0);
    expect(glance).toMatchObject({
      scope: 'person:Freja Lindholt',
      period: { start: '2026-04-01', end: '2026-07-01' },
      passes: hers.length,
      accepted: of('accepted'),
      waiting: of('undecided'),
      returned: of('rejected', 'recycled'),
      lapsed: of('lapsed'),
    });
  });

  it('are stored as rows: new and changed ones, and those that are no more are taken away', async () => {
    const database = await filled();
    const passes = await readPasses(database, moment);
    const store = async () => {
      const { next } = changedRows(passes, mark);
      const done = { put: 0, drop: 0 };
      for (let piece = await next(database); piece !== undefined; piece = await next(database)) {
        expect(refusalOf('handoffs', piece.put)).toBeUndefined();
        await database.handoffs.bulkPut([...piece.put]);
        await database.handoffs.bulkDelete([...piece.drop]);
        done.put += piece.put.length;
        done.drop += piece.drop.length;
      }
      return done;
    };
    expect(await store()).toEqual({ put: demo.handoffs.length, drop: 0 });
    expect(await store()).toEqual({ put: 0, drop: 0 });
    const [first, second] = await database.handoffs.toArray();
    if (first === undefined || second === undefined) throw new Error('no rows');
    await database.handoffs.bulkPut([
      { ...first, decision: first.decision === 'lapsed' ? 'accepted' : 'lapsed' },
      { ...second, madeAt: '2026-05-18T00:00:00.000Z' },
      { ...first, key: 'x|y|z|1', deal: 'x|y|z' },
    ]);
    expect(await store()).toEqual({ put: 1, drop: 1 });
    expect(await database.handoffs.get(first.key)).toEqual(first);
  });
});
