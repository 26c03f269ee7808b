import { describe, expect, it } from 'vitest';
import { exportedId } from '../../../../lib/crm/export-ids';
import { readLeads } from '../../../../lib/crm/generic/sheet/leads/read-leads';
import { readHistory } from '../../../../lib/crm/generic/sheet/read-history';
import { readSheet } from '../../../../lib/crm/generic/sheet/read-sheet';
import { surveySheet } from '../../../../lib/crm/generic/sheet/survey-sheet';
import type { MappedField } from '../../../../lib/deal/mapping';
import { CsvDesk, type CsvWish } from '../../../../lib/store/csv/csv-desk';
import type { ImportStep } from '../../../../lib/messages/import-steps';
import type { Database } from '../../../../lib/store/database';
import { importStep } from '../../../../lib/store/import-step';
import { writeReads } from '../../../../lib/store/write-reads';
import { batch, dump, freshDatabase, read, tenant } from '../open';

const place = { crm: 'tryton', ...tenant };
const columns: Record<string, MappedField | null> = {
  Id: null,
  Name: 'name',
  Stage: 'stage',
  Number: 'number',
};
const wish = (at: string): CsvWish => ({
  kind: 'deals',
  mapping: { columns, stages: [] },
  idKey: 'Id',
  place,
  at,
  today: '2026-03-20',
  zone: 'Europe/Copenhagen',
});

async function deskWith(text: string, database = freshDatabase()) {
  const desk = new CsvDesk({
    survey: surveySheet,
    read: readSheet,
    readHistory,
    readLeads,
    idOf: exportedId,
  });
  const opened = await desk.open(new Blob([text]), database);
  return { desk, opened, database };
}

function step(desk: CsvDesk): ImportStep {
  const work = desk.step(0);
  if (work === undefined) throw new Error('nothing is to be stored');
  return { name: 'one', nth: 0, work };
}

/** What a file of deals would become. */
async function previewOf(desk: CsvDesk, at: string, database: Database) {
  const preview = await desk.preview(wish(at), database, () => {});
  if (preview.kind !== 'deals') throw new Error(preview.kind);
  return preview;
}

describe('a CRM’s export', () => {
  it('is shown before anything of it is stored, and stored as it was shown', async () => {
    const { desk, opened, database } = await deskWith('Id,Name,Stage\n7,Nordlys,Offer\n8,Sydvest,Won\n9,Cut');
    expect(opened).toMatchObject({ kind: 'opened', rows: 3, idKey: 'Id', places: [] });
    const before = await dump(database);
    const preview = await previewOf(desk, '2026-03-10T10:00:00.000Z', database);
    expect(await dump(database)).toEqual(before);
    expect(preview).toMatchObject({
      rows: 3,
      added: 2,
      changed: 0,
      unchanged: 0,
      unreadable: 1,
      flagged: 0,
      problems: [{ row: 4, code: 'cells', text: '9 Cut' }],
    });
    expect(preview.first.map(({ key, name, outcome }) => [key, name, outcome])).toEqual([
      ['tryton|crm.example.com/sales|7', 'Nordlys', undefined],
      ['tryton|crm.example.com/sales|8', 'Sydvest', 'won'],
    ]);
    const answer = await importStep(database, step(desk));
    expect(answer).toEqual({ deals: { added: 2, updated: 0, unchanged: 0 } });
    // The answer may have been lost: the same step again is the same.
    expect(await importStep(database, step(desk))).toEqual(answer);
    const { key, contentHash } = preview.first[0] ?? {};
    expect(await database.deals.get(key ?? '')).toMatchObject({
      contentHash,
      sources: { stage: { from: 'page', at: '2026-03-10T10:00:00.000Z', view: 'file' } },
    });
  });

  it('completes deals that pages have shown, never doubles them, and leaves what was read since', async () => {
    const database = freshDatabase();
    await writeReads(
      database,
      batch([
        read('7', { name: 'Nordlys', stage: 'lead' }, '2026-03-02T10:00:00.000Z'),
        read('8', { name: 'Sydvest', stage: 'won' }, '2026-03-15T10:00:00.000Z'),
      ]),
    );
    const { desk, opened } = await deskWith('Id,Name,Stage\n7,Nordlys,Offer\n8,Sydvest,Offer', database);
    expect(opened).toMatchObject({ places: [{ ...place, deals: 2, withoutId: 0 }] });
    const preview = await previewOf(desk, '2026-03-10T10:00:00.000Z', database);
    expect(preview).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    await importStep(database, step(desk));
    expect((await database.deals.toArray()).map(({ id, stage }) => [id, stage])).toEqual([
      ['7', 'Offer'],
      ['8', 'won'],
    ]);
    expect(await database.changes.toArray()).toMatchObject([
      { field: 'stage', from: 'lead', to: 'Offer', at: '2026-03-10T10:00:00.000Z' },
    ]);
  });

  it('binds a row that showed a number and no id to the deal of the file that bears it', async () => {
    const database = freshDatabase();
    await writeReads(database, batch([read(undefined, { number: 'D-7', name: 'Nordlys' })]));
    const { desk, opened } = await deskWith('Id,Name,Stage,Number\n7,Nordlys,Offer,D-7', database);
    expect(opened).toMatchObject({ places: [{ deals: 0, withoutId: 1 }] });
    await previewOf(desk, '2026-03-10T10:00:00.000Z', database);
    await importStep(database, step(desk));
    expect(await database.unidentified.toArray()).toMatchObject([
      { boundTo: 'tryton|crm.example.com/sales|7' },
    ]);
  });

  it('is refused with its reason where it is no table', async () => {
    expect((await deskWith('')).opened).toEqual({ kind: 'refused', why: 'no-rows' });
    expect((await deskWith('PK\u0003\u0004\0\0')).opened).toEqual({
      kind: 'refused',
      why: 'not-text',
    });
  });
});
