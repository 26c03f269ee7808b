import { expect, test } from 'vitest';
import { changeSettings, readSettings } from '../../../lib/store/settings';
import { readGlance } from '../../../lib/store/read-glance';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, freshDatabase, read } from './open';

test('changes that follow each other closely do not undo each other', async () => {
  const database = freshDatabase();
  await Promise.all([
    changeSettings(database, { fiscal: { period: 'month' } }),
    changeSettings(database, { fiscal: { yearStartMonth: 7 } }),
    changeSettings(database, { me: 'Ida' }),
    changeSettings(database, { reportingCurrency: 'DKK' }),
  ]);
  expect(await readSettings(database)).toEqual({
    me: 'Ida',
    fiscal: { period: 'month', yearStartMonth: 7 },
    reportingCurrency: 'DKK',
  });
});

test('a setting can be taken back', async () => {
  const database = freshDatabase();
  await changeSettings(database, { me: 'Ida', reportingCurrency: 'DKK' });
  await changeSettings(database, { me: null, reportingCurrency: null });
  expect(await readSettings(database)).toEqual({
    me: undefined,
    fiscal: { period: 'quarter', yearStartMonth: 1 },
    reportingCurrency: undefined,
  });
});

test('a fiscal year of weeks gives the popup its period, with what was won in it', async () => {
  const database = freshDatabase();
  const weeks = { pattern: '4-4-5', yearEndMonth: 12, yearEndWeekday: 6, yearEnd: 'last' } as const;
  const won = (id: string, closedOn: string) =>
    read(id, { outcome: 'won', closedOn, amount: { decimal: '10', currency: 'EUR' } });
  // The year of weeks ends on Saturday 26 December 2026; its third month has the last five weeks of a quarter.
  await writeReads(database, batch([won('1', '2026-02-21'), won('2', '2026-02-22'), won('3', '2026-03-05')]));
  await changeSettings(database, { fiscal: { period: 'month', weeks } });
  const glance = await readGlance(database, '2026-03-05');
  expect(glance?.period).toEqual({
    kind: 'month',
    start: '2026-02-22',
    end: '2026-03-29',
    index: 3,
    fiscalYear: 2026,
  });
  expect(glance?.won).toMatchObject({ minor: 2000, n: 2 });
  await changeSettings(database, { fiscal: { weeks: null } });
  expect((await readGlance(database, '2026-03-05'))?.period).toMatchObject({ start: '2026-03-01' });
});
