import { expect, test } from 'vitest';
import { changeSettings, readSettings } from '../../../lib/store/settings';
import { freshDatabase } from './open';

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
