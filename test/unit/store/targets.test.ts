import { describe, expect, test } from 'vitest';
import type { Target } from '../../../lib/deal/target';
import { refusalOf } from '../../../lib/messages/check-own';
import { ensureColumns } from '../../../lib/store/columns/ensure-columns';
import { readGlance } from '../../../lib/store/read-glance';
import { changeSettings } from '../../../lib/store/settings';
import { targetsOf } from '../../../lib/store/targets';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, freshDatabase, read, saveTargets } from './open';

const q1: Target = {
  scope: 'all',
  period: '2026-01-01/2026-04-01',
  from: '2026-01-05',
  amountMinor: 100_000,
  currency: 'EUR',
};

describe('targets', () => {
  test('are kept with the day from which they hold: one of the same day is replaced', async () => {
    const database = freshDatabase();
    await saveTargets(database, [q1, { ...q1, scope: 'team:North' }]);
    await saveTargets(database, [
      { ...q1, amountMinor: 5 },
      { ...q1, from: '2026-02-01' },
    ]);
    const rows = await targetsOf(database).toArray();
    expect(rows.map(({ scope, from, amountMinor }) => [scope, from, amountMinor])).toEqual([
      ['all', '2026-01-05', 5],
      ['all', '2026-02-01', 100_000],
      ['team:North', '2026-01-05', 100_000],
    ]);
  });

  test('of the scope that is chosen are in its glance, converted; without a rate there is none', async () => {
    const database = freshDatabase();
    const amount = { decimal: '10', currency: 'EUR' };
    await writeReads(
      database,
      batch([
        read('1', { owner: 'Ada', outcome: 'open', amount }),
        read('2', { owner: 'Bo', outcome: 'open', amount }),
      ]),
    );
    await ensureColumns(database);
    const me = { ...q1, scope: 'person:Ada', amountMinor: 7460, currency: 'DKK' };
    await saveTargets(database, [q1, me]);
    const glance = () => readGlance(database, '2026-03-05');
    expect(await glance()).toMatchObject({ scope: 'all', targetMinor: 100_000, open: { minor: 2000 } });
    await changeSettings(database, { me: 'Ada', scope: 'person:Ada' });
    expect(await glance()).toMatchObject({
      scope: 'person:Ada',
      targetMinor: undefined,
      open: { minor: 1000 },
    });
    await database.rates.put({ from: 'EUR', to: 'DKK', on: '2026-01-01', rate: '7.46' });
    expect(await glance()).toMatchObject({ targetMinor: 1000, completeness: { openRead: 2 } });
    await changeSettings(database, {
      teams: [{ name: 'North', members: ['Bo', 'Nobody'] }],
      scope: 'team:North',
    });
    expect(await glance()).toMatchObject({
      scope: 'team:North',
      targetMinor: undefined,
      open: { minor: 1000, n: 1 },
    });
  });

  test.each<[string, Partial<Record<keyof Target, unknown>>]>([
    ['a scope that there is not', { scope: 'host:x' }],
    ['a team without a name', { scope: 'team:' }],
    ['a period in words', { period: 'Q1 2026' }],
    ['nothing', { amountMinor: 0 }],
    ['half a cent', { amountMinor: 0.5 }],
    ['a currency that is no code', { currency: 'kr.' }],
    ['a day that is none', { from: '2026-02-30' }],
    ['what nobody knows', { note: 'x' } as object],
  ])('with %s are refused', (_, wrong) => {
    expect(refusalOf('targets', [q1])).toBeUndefined();
    expect(refusalOf('targets', [{ ...q1, ...wrong }])).toHaveProperty('refused');
  });
});
