import { describe, expect, test } from 'vitest';
import { defaultProcess } from '../../../lib/deal/default-process';
import { processOn } from '../../../lib/deal/process-on';
import type { ProcessVersion } from '../../../lib/deal/process';
import { refusalOf } from '../../../lib/messages/check-own';
import { contentOf, readState } from '../../../lib/store/read-state';
import { saveRows } from '../../../lib/store/save-rows';
import { settleSite } from '../../../lib/store/settle-site';
import { addRaw, hosts, rawDeal } from './columns/raw-rows';
import { handoffRow as row, verdict } from './handoff-row';
import { freshDatabase } from './open';

const version: ProcessVersion = {
  ...defaultProcess('2026-03-01', 'Europe/Copenhagen'),
  people: [
    { name: 'Ida', roles: ['sdr', 'ae'], aliases: ['ida@example.com'] },
    { name: 'Bo', roles: [], aliases: [] },
  ],
  stages: [{ name: 'Discovery', role: 'ae', isQualified: true, isNurture: false }],
};
describe('what is stored of the passing of the baton', () => {
  test('is taken where it is sound', () => {
    expect(refusalOf('process', [version])).toBeUndefined();
    expect(refusalOf('verdicts', [verdict])).toBeUndefined();
    expect(refusalOf('handoffs', [row])).toBeUndefined();
  });

  const { calendar } = version;
  const person = { name: 'Ida', roles: [], aliases: [] };
  test.each<[string, Partial<Record<keyof ProcessVersion, unknown>>, string]>([
    ['no day', { from: '2026-02-30' }, '0.from'],
    ['a role that there is none of', { people: [{ ...person, roles: ['boss'] }] }, '0.people.0.roles.0'],
    ['a role twice', { people: [{ ...person, roles: ['ae', 'ae'] }] }, '0.people.0.roles'],
    ['a person twice', { people: [person, person] }, '0.people'],
    ['a name of two persons', { people: [person, { ...person, name: 'Bo', aliases: ['Ida'] }] }, '0.people'],
    ['a stage of a CSM', { stages: [{ ...version.stages[0], role: 'csm' }] }, '0.stages.0.role'],
    ['a field without weight', { fields: [{ id: 'need', weight: 0 }] }, '0.fields.0.weight'],
    ['no days at all', { decideWithinDays: 0 }, '0.decideWithinDays'],
    ['hours below 0', { touchWithinHours: -1 }, '0.touchWithinHours'],
    [
      'a zone that there is none of',
      { calendar: { ...calendar, timeZone: 'Mars/Base' } },
      '0.calendar.timeZone',
    ],
    ['an eighth weekday', { calendar: { ...calendar, weekdays: [8] } }, '0.calendar.weekdays.0'],
    ['no weekday', { calendar: { ...calendar, weekdays: [] } }, '0.calendar.weekdays'],
    ['a day that ends before it begins', { calendar: { ...calendar, to: '08:00' } }, '0.calendar'],
    ['a holiday that is no day', { calendar: { ...calendar, holidays: ['1 May'] } }, '0.calendar.holidays.0'],
    ['a field that we do not know', { ['more' as 'from']: 1 }, '0'],
  ])('says the place of rules with %s', (_, change, place) => {
    const refused = refusalOf('process', [{ ...version, ...change }])?.refused;
    expect(refused?.split(':')[0]).toBe(place);
  });

  test('says the place of a bad verdict and of a bad pass, never the value', () => {
    expect(refusalOf('verdicts', [verdict, { ...verdict, reason: 'boring' }])?.refused).toMatch(
      /^1\.reason: \w+$/,
    );
    expect(refusalOf('verdicts', [{ ...verdict, attempt: 0 }])?.refused).toMatch(/^0\.attempt/);
    expect(refusalOf('handoffs', [{ ...row, key: 'other' }])?.refused).toMatch(/^0: /);
  });

  test('holds by day: the latest version from that day or before, else the earliest', () => {
    const older = { ...version, from: '2025-06-01' };
    expect(processOn([], '2026-01-01')).toBeUndefined();
    expect(processOn([version, older], '2025-01-01')).toBe(older);
    expect(processOn([version, older], '2026-02-28')).toBe(older);
    expect(processOn([version, older], '2026-03-01')).toBe(version);
  });

  test('is replaced by its key and taken back; passes alone do not make what was learned stale', async () => {
    const database = freshDatabase();
    await saveRows(database, { table: 'process', put: [version] });
    await saveRows(database, { table: 'process', put: [{ ...version, decideWithinDays: 5 }] });
    await saveRows(database, { table: 'verdicts', put: [verdict] });
    expect((await database.process.toArray()).map((one) => one.decideWithinDays)).toEqual([5]);
    const before = await readState(database);
    await saveRows(database, { table: 'handoffs', put: [row] });
    const after = await readState(database);
    expect(after?.generation).toBe(Number(before?.generation) + 1);
    expect(contentOf(after)).toBe(contentOf(before));
    await saveRows(database, { table: 'verdicts', drop: [[verdict.deal, verdict.attempt, verdict.at]] });
    await saveRows(database, { table: 'process', drop: [version.from] });
    await saveRows(database, { table: 'handoffs', drop: [row.key] });
    expect(await database.verdicts.count()).toBe(0);
    expect(await database.process.count()).toBe(0);
    expect(await database.handoffs.count()).toBe(0);
  });

  test('goes with the deals of a host that is wiped; verdicts on others stay, passes are made anew', async () => {
    const database = freshDatabase();
    const deals = [rawDeal(0), rawDeal(1), rawDeal(2), rawDeal(3)];
    await addRaw(database, { deals, strays: [] });
    const of = (deal: string) => ({ deal, key: `${deal}|1` });
    await saveRows(database, { table: 'verdicts', put: deals.map(({ key }) => ({ ...verdict, deal: key })) });
    await saveRows(database, { table: 'handoffs', put: deals.map(({ key }) => ({ ...row, ...of(key) })) });
    await settleSite(database, hosts[0], true);
    const left = (await database.deals.toArray()).map(({ key }) => key);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(deals.length);
    expect((await database.verdicts.toArray()).map(({ deal }) => deal)).toEqual(left);
    expect(await database.handoffs.count()).toBe(0);
  });
});
