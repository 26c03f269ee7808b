import { describe, expect, it } from 'vitest';
import { exportedId } from '../../../../lib/crm/export-ids';
import { readLeads } from '../../../../lib/crm/generic/sheet/leads/read-leads';
import { readHistory } from '../../../../lib/crm/generic/sheet/read-history';
import { readSheet } from '../../../../lib/crm/generic/sheet/read-sheet';
import { surveySheet } from '../../../../lib/crm/generic/sheet/survey-sheet';
import { CsvDesk } from '../../../../lib/store/csv/csv-desk';
import { readPlaces } from '../../../../lib/store/csv/csv-places';
import type { Database } from '../../../../lib/store/database';
import { importStep } from '../../../../lib/store/import-step';
import { readPasses } from '../../../../lib/store/read-passes';
import { writeReads } from '../../../../lib/store/write-reads';
import { batch, dump, freshDatabase, read, tenant } from '../open';

const file = [
  'Lead ID,Created,Lead source,Lead owner,Converted date,Converted deal id',
  '1,2026-02-01,Referral,Ana,2026-02-20,7',
  '2,2026-02-02,Web,Ana,2026-02-21,8',
  '3,2026-02-03,Web,,,',
  '4,soon,Web,,,',
].join('\n');

async function deskWith(database: Database, text = file) {
  const desk = new CsvDesk({
    survey: surveySheet,
    read: readSheet,
    readHistory,
    readLeads,
    idOf: exportedId,
  });
  const opened = await desk.open(new Blob([text]), database);
  if (opened.kind !== 'opened') throw new Error(opened.why);
  return { desk, leads: opened.leads };
}

async function preview(database: Database, at: string, text = file) {
  const { desk, leads } = await deskWith(database, text);
  expect(leads.isLikely).toBe(true);
  const { columns, idKey } = leads;
  const place = { crm: 'tryton', ...tenant };
  const shown = await desk.preview(
    { kind: 'leads', place, columns, idKey, at, zone: 'Europe/Copenhagen' },
    database,
    () => {},
  );
  if (shown.kind !== 'leads') throw new Error(shown.kind);
  return { desk, shown };
}

let imports = 0;
async function store(database: Database, desk: CsvDesk) {
  const work = desk.step(0);
  if (work === undefined) throw new Error('nothing is to be stored');
  return importStep(database, { name: `i-${(imports += 1)}`, nth: 0, work });
}

describe('a file of leads', () => {
  it('makes its CRM one that other files can be of, before any deal of it is here', async () => {
    const database = freshDatabase();
    const of = (tenantName: string, id: string, host = 'h') => {
      const place = { crm: 'file', tenant: tenantName, host };
      return { ...place, id, key: `file|${tenantName}|${id}`, seenAt: '2026-03-01T10:00:00.000Z' };
    };
    await database.leads.bulkPut([of('Havn', '1'), of('Havn', '2'), of('Havn 2', '1'), of('Kyst', 'æ')]);
    await writeReads(database, batch([read('7', { name: 'Nordlys' })]));
    const place = (tenantName: string) => ({ crm: 'file', tenant: tenantName, host: 'h' });
    expect(await readPlaces(database)).toEqual([
      { crm: 'tryton', ...tenant, deals: 1, withoutId: 0 },
      { ...place('Havn 2'), deals: 0, withoutId: 0 },
      { ...place('Havn'), deals: 0, withoutId: 0 },
      { ...place('Kyst'), deals: 0, withoutId: 0 },
    ]);
  });

  it('is shown before anything is stored, with the deals that are here and those that are not', async () => {
    const database = freshDatabase();
    await writeReads(database, batch([read('7', { name: 'Nordlys' })]));
    const before = await dump(database);
    const { desk, shown } = await preview(database, '2026-03-10T10:00:00.000Z');
    expect(await dump(database)).toEqual(before);
    expect(shown).toMatchObject({
      rows: 4,
      added: 4,
      changed: 0,
      unchanged: 0,
      bound: 1,
      unbound: 1,
      unreadable: 0,
      flagged: 1,
      problems: [{ row: 5, code: 'date-unreadable', text: 'soon' }],
      steps: 1,
    });
    expect(await store(database, desk)).toEqual({ leads: { added: 4, updated: 0, unchanged: 0 } });
    expect(await database.leads.toArray()).toEqual(shown.first);
    expect(shown.first[1]).toEqual({
      key: 'tryton|crm.example.com/sales|2',
      crm: 'tryton',
      ...tenant,
      id: '2',
      createdOn: '2026-02-02',
      source: 'Web',
      owner: 'Ana',
      convertedOn: '2026-02-21',
      convertedTo: 'tryton|crm.example.com/sales|8',
      toldAt: '2026-03-10T10:00:00.000Z',
      seenAt: '2026-03-10T10:00:00.000Z',
      isFromFile: true,
    });
  });

  it('changes nothing when it is imported again, and an older one only completes', async () => {
    const database = freshDatabase();
    await store(database, (await preview(database, '2026-03-10T10:00:00.000Z')).desk);
    const before = await database.leads.toArray();
    const again = await preview(database, '2026-03-10T10:00:00.000Z');
    expect(again.shown).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
    await store(database, again.desk);
    expect(await database.leads.toArray()).toEqual(before);

    const older = 'Lead ID,Created,Lead owner,Converted by\n1,2026-01-31,Cy,Eva';
    const old = await preview(database, '2026-03-01T10:00:00.000Z', older);
    expect(old.shown).toMatchObject({ added: 0, changed: 1 });
    await store(database, old.desk);
    expect(await database.leads.get('tryton|crm.example.com/sales|1')).toEqual({
      ...before[0],
      convertedBy: 'Eva',
    });
  });

  it('says of what an earlier version took from it that it was a file: then these are all', async () => {
    const database = freshDatabase();
    await store(database, (await preview(database, '2026-03-10T10:00:00.000Z')).desk);
    const rows = await database.leads.toArray();
    await database.leads.bulkPut(rows.map(({ isFromFile: _, ...row }) => row));
    const moment = { today: '2026-03-31', now: '2026-03-31T12:00:00.000Z', zone: 'UTC' };
    const partly = async () => (await readPasses(database, moment)).leads.partly;
    expect(await partly()).toEqual([{ tenant: tenant.tenant, reach: 'more' }]);
    const again = await preview(database, '2026-03-10T10:00:00.000Z');
    expect(again.shown).toMatchObject({ added: 0, changed: 4, unchanged: 0 });
    await store(database, again.desk);
    expect(await database.leads.toArray()).toEqual(rows);
    expect(await partly()).toEqual([]);
  });
});
