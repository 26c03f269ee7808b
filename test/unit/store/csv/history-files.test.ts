import { describe, expect, it } from 'vitest';
import { exportedId } from '../../../../lib/crm/export-ids';
import { readLeads } from '../../../../lib/crm/generic/sheet/leads/read-leads';
import { readHistory } from '../../../../lib/crm/generic/sheet/read-history';
import { readSheet } from '../../../../lib/crm/generic/sheet/read-sheet';
import { surveySheet } from '../../../../lib/crm/generic/sheet/survey-sheet';
import type { DealChange, DealValues } from '../../../../lib/deal/deal';
import { toHistoryCsv } from '../../../../lib/export/to-history-csv';
import { CsvDesk, type CsvWish } from '../../../../lib/store/csv/csv-desk';
import type { Database } from '../../../../lib/store/database';
import { importStep } from '../../../../lib/store/import-step';
import { dump, freshDatabase } from '../open';

const place = { crm: 'file', tenant: 'Havn', host: 'Havn' };
const written = '2026-03-20T12:00:00.000Z';

/** A store with deals of an export, written with the file of their history. */
async function storeWith(deals: Readonly<Record<string, DealValues>>, at = written): Promise<Database> {
  const database = freshDatabase();
  for (const [id, values] of Object.entries(deals)) await see(database, id, values, at);
  return database;
}

let steps = 0;

/** A page shows a deal. */
async function see(database: Database, id: string, values: DealValues, at: string): Promise<void> {
  const work = { kind: 'reads', place, rows: [{ id, values, at }] } as const;
  await importStep(database, { name: 'reads', nth: (steps += 1), work });
}

async function deskWith(database: Database, text: string) {
  const desk = new CsvDesk({
    survey: surveySheet,
    read: readSheet,
    readHistory,
    readLeads,
    idOf: exportedId,
  });
  const opened = await desk.open(new Blob([text]), database);
  if (opened.kind !== 'opened') throw new Error(opened.why);
  return { desk, opened };
}

/** Takes a file as its headings alone say, and stores it in its steps. */
async function take(database: Database, lines: readonly string[], change: Partial<CsvWish> = {}) {
  const { desk, opened } = await deskWith(database, lines.join('\n'));
  const { columns, whole, fields, isLikely } = opened.history;
  const wish = {
    kind: 'history',
    place,
    columns,
    whole,
    fields: fields[columns.field] ?? {},
    at: written,
    now: '2026-03-26T09:00:00.000Z',
    zone: 'Europe/Copenhagen',
    ...change,
  } as CsvWish;
  const before = await dump(database);
  const preview = await desk.preview(wish, database, () => {});
  expect(await dump(database), 'a preview stores nothing').toEqual(before);
  if (preview.kind !== 'history') throw new Error(preview.kind);
  const answers = [];
  for (let nth = 0; nth < preview.steps; nth += 1) {
    const work = desk.step(nth);
    if (work !== undefined) answers.push(await importStep(database, { name: lines.join(), nth, work }));
  }
  return { preview, isLikely, answers, problems: desk.problems(0) };
}

async function rowsOf(database: Database, id: string): Promise<DealChange[]> {
  const rows = await database.changes.where('key').equals(`file|Havn|${id}`).toArray();
  return rows.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

const short = ({ field, from, to, at, notBefore, source }: DealChange) => [
  field,
  from,
  to,
  ...(at === notBefore ? [at] : [notBefore, at]),
  source,
];

describe('histories as CRMs export them', () => {
  it('Salesforce’s history of fields: what was so before and after each change', async () => {
    const database = await storeWith({
      '0065g00000AbCdEAAV': {
        name: 'Sloop',
        stage: 'Proposal',
        amount: { decimal: '1200', currency: 'EUR' },
      },
    });
    const { preview, isLikely, problems } = await take(database, [
      'Opportunity ID,Opportunity Name,Field / Event,Old Value,New Value,Edit Date,Edited By,Opportunity Currency',
      '0065g00000AbCdEAAV,Sloop,Stage,Prospecting,Qualification,2/13/2026 2:30 PM,Ida Berg,EUR',
      '0065g00000AbCdEAAV,Sloop,Stage,Qualification,Proposal,3/2/2026 9:05 AM,Ida Berg,EUR',
      '0065g00000AbCdEAAV,Sloop,Amount,"1,000.00","1,200.00",3/2/2026 9:06 AM,Ida Berg,EUR',
      '0065g00000AbCdEAAV,Sloop,Probability (%),10,20,3/2/2026 9:06 AM,Ida Berg,EUR',
    ]);
    expect(isLikely).toBe(true);
    expect(problems).toEqual([]);
    expect(preview).toMatchObject({
      changed: 1,
      others: 1,
      fields: [
        { field: 'stage', told: 2, added: 2 },
        { field: 'amount', told: 1, added: 1 },
      ],
    });
    expect((await rowsOf(database, '0065g00000AbCdEAAV')).map(short)).toEqual([
      [
        'stage',
        'Prospecting',
        'Qualification',
        '2026-02-13T13:30:00.000Z',
        '2026-02-13T13:30:59.999Z',
        'page',
      ],
      ['stage', 'Qualification', 'Proposal', '2026-03-02T08:05:00.000Z', '2026-03-02T08:05:59.999Z', 'page'],
      ['amountMinor', 100000, 120000, '2026-03-02T08:06:00.000Z', '2026-03-02T08:06:59.999Z', 'page'],
    ]);
  });

  it('Salesforce’s history of stages: complete from the creation on; a day is the whole day', async () => {
    const database = await storeWith({ a1: { name: 'Sloop', stage: 'Won' } });
    const { preview } = await take(database, [
      'Opportunity ID,From Stage,To Stage,Last Modified',
      'a1,Offer,Won,3/18/2026',
      'a1,,Lead,2/13/2026',
      'a1,Qualified,Offer,3/2/2026',
      'a1,Lead,Qualified,3/2/2026',
    ]);
    const day = ['2026-03-01T23:00:00.000Z', '2026-03-02T22:59:59.999Z'];
    expect((await rowsOf(database, 'a1')).map(short)).toEqual([
      ['stage', 'Lead', 'Qualified', ...day, 'history'],
      ['stage', 'Qualified', 'Offer', ...day, 'history'],
      ['stage', 'Offer', 'Won', '2026-03-17T23:00:00.000Z', '2026-03-18T22:59:59.999Z', 'history'],
    ]);
    expect((await database.deals.get('file|Havn|a1'))?.historyUntil).toEqual({ stage: written });
    expect(preview.paths[0]?.steps.map(({ value }) => value)).toEqual(['Lead', 'Qualified', 'Offer', 'Won']);
  });

  it('HubSpot’s history of properties: the old value is that of the row before', async () => {
    const database = await storeWith({
      '501': { name: 'Brig', stage: 'Contract', createdOn: '2026-01-05' },
    });
    await take(database, [
      'Record ID;Property;Value;Timestamp;Source',
      '501;dealstage;Contract;2026-03-02T08:05:30.123Z;CRM_UI',
      '501;dealstage;Appointment;2026-01-05T10:00:00.000Z;CRM_UI',
      '501;dealstage;Decision;2026-02-01T10:00:00Z;CRM_UI',
      '501;hs_priority;high;2026-02-01T10:00:00Z;CRM_UI',
    ]);
    expect((await rowsOf(database, '501')).map(short)).toEqual([
      ['stage', 'Appointment', 'Decision', '2026-02-01T10:00:00.000Z', 'history'],
      ['stage', 'Decision', 'Contract', '2026-03-02T08:05:30.123Z', 'history'],
    ]);
  });

  it.each([
    [
      'Zoho',
      [
        'Deal\tStage\tMoved To\tModified Time',
        '7\tNew\tOffer\t2026-03-02 09:05',
        '7\tOffer\tDone\t2026-03-05 10:00',
      ],
    ],
    [
      'Dynamics',
      [
        '(Do Not Modify) Opportunity,Changed Field,Old Value,New Value,Changed Date',
        '7,Sales Stage,New,Offer,3/2/2026 9:05 AM',
        '7,Sales Stage,Offer,Done,3/15/2026 10:00 AM',
      ],
    ],
    [
      'German',
      [
        'Verkaufschance ID;Alter Wert;Neuer Wert;Feld;Geändert am',
        '7;New;Offer;Phase;02.03.2026 09:05',
        '7;Offer;Done;Phase;15.03.2026 10:00',
      ],
    ],
    [
      'Danish',
      [
        'Salgsmulighed-id;Fra fase;Til fase;Ændret den',
        '7;New;Offer;02-03-2026 09.05',
        '7;Offer;Done;15-03-2026 10.00',
      ],
    ],
    [
      'French',
      [
        'ID;Champ;Ancienne valeur;Nouvelle valeur;Date de modification',
        '7;Étape;New;Offer;02/03/2026 09:05',
        '7;Étape;Offer;Done;15/03/2026 10:00',
      ],
    ],
  ])('a form of %s', async (_, lines) => {
    const database = await storeWith({ '7': { name: 'Brig', stage: 'Done' } });
    const { isLikely, problems } = await take(database, lines);
    expect([isLikely, problems]).toEqual([true, []]);
    const rows = await rowsOf(database, '7');
    expect(rows.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['stage', 'New', 'Offer'],
      ['stage', 'Offer', 'Done'],
    ]);
    expect(rows[0]).toMatchObject({
      notBefore: '2026-03-02T08:05:00.000Z',
      at: '2026-03-02T08:05:59.999Z',
    });
  });

  it('reads days, amounts, owners and categories by the file’s own conventions', async () => {
    const database = await storeWith({
      '7': {
        name: 'Brig',
        closeOn: '2026-04-03',
        owner: 'Ida Berg',
        amount: { decimal: '1234.50', currency: 'DKK' },
      },
    });
    const { problems } = await take(database, [
      'ID;Felt;Gammel værdi;Ny værdi (DKK);Tidspunkt',
      '7;Lukkedato;24-12-2026;03-04-2026;01-03-2026 08.00',
      '7;Beløb;36.340;1.234,50;01-03-2026 08.00',
      '7;Ejer;Bo Lund;Ida Berg;13-03-2026 08.00',
      '7;Beløb;1.5e;2;02-03-2026 08.00',
    ]);
    expect(problems).toMatchObject([{ row: 5, code: 'amount-unreadable', field: 'amount', text: '1.5e' }]);
    expect(
      (await rowsOf(database, '7')).map(({ field, from, to, units }) => [field, from, to, units]),
    ).toEqual([
      ['closeOn', '2026-12-24', '2026-04-03', undefined],
      ['amountMinor', 3_634_000, 123_450, { from: { currency: 'DKK' }, to: { currency: 'DKK' } }],
      ['owner', 'Bo Lund', 'Ida Berg', undefined],
    ]);
  });

  it('Stafet’s own: the same store is not changed by what it has exported', async () => {
    const database = freshDatabase();
    await see(database, '7', { stage: 'New' }, '2026-03-02T10:00:00.000Z');
    await see(database, '7', { stage: 'Offer' }, '2026-03-04T10:00:00.000Z');
    await see(database, '7', { stage: 'Done' }, '2026-03-06T10:00:00.000Z');
    const changes = await database.changes.toArray();
    const csv = toHistoryCsv(await database.deals.toArray(), () => changes);
    const before = await dump(database);
    const { preview, isLikely, problems } = await take(database, csv.trim().split('\r\n'));
    expect([isLikely, problems, preview.unchanged, preview.steps]).toEqual([true, [], 1, 0]);
    expect(await dump(database)).toEqual(before);
  });
});

describe('what is known already', () => {
  const lines = [
    'Id,Field,Old Value,New Value,Timestamp',
    '7,Stage,New,Offer,2026-03-02T10:00:00.000Z',
    '7,Stage,Offer,Done,2026-03-06T10:00:00.000Z',
    '9,Stage,New,Offer,2026-03-02T10:00:00.000Z',
  ];

  it('is not doubled by the same file again, and deals that are not here are named by their rows', async () => {
    const database = await storeWith({ '7': { name: 'A', stage: 'Done' } });
    const { problems } = await take(database, lines);
    expect(problems).toEqual([{ row: 4, code: 'deal-unknown', text: '9' }]);
    const before = await dump(database);
    const again = await take(database, lines);
    expect(again.preview).toMatchObject({
      changed: 0,
      unchanged: 1,
      steps: 0,
      fields: [{ told: 2, added: 0 }],
    });
    expect(await dump(database)).toEqual(before);
  });

  it('is known more closely: a change that pages have shown is not doubled', async () => {
    const database = await storeWith({ '7': { stage: 'New' } }, '2026-03-01T10:00:00.000Z');
    await see(database, '7', { stage: 'Done' }, '2026-03-10T10:00:00.000Z');
    await take(database, lines);
    expect((await rowsOf(database, '7')).map(({ from, to, at }) => [from, to, at])).toEqual([
      ['New', 'Offer', '2026-03-02T10:00:00.000Z'],
      ['Offer', 'Done', '2026-03-06T10:00:00.000Z'],
    ]);
  });

  it('brings a deal up that was not seen since, and leaves one that was', async () => {
    const old = await storeWith({ '7': { stage: 'New' } }, '2026-03-01T10:00:00.000Z');
    await take(old, lines);
    expect((await old.deals.get('file|Havn|7'))?.stage).toBe('Done');
    // Seen after the file was written, with a stage that its CRM has.
    const newer = await storeWith({ '7': { stage: 'New' } }, '2026-03-22T10:00:00.000Z');
    await take(newer, lines);
    expect((await newer.deals.get('file|Havn|7'))?.stage).toBe('New');
    expect((await rowsOf(newer, '7')).map(({ from, to }) => [from, to])).toEqual([
      ['New', 'Offer'],
      ['Offer', 'Done'],
      ['Done', 'New'],
    ]);
  });

  it.each([
    ['that it ends on another value', { stage: 'Offer' }, '2026-03-10T10:00:00.000Z'],
    ['that its stages have other names', { stage: 'closedwon' }, '2026-03-22T10:00:00.000Z'],
    ['that it was seen otherwise meanwhile', { stage: 'New' }, '2026-03-04T10:00:00.000Z'],
  ])('contradicts a file in %s: nothing of it is taken', async (_, values, at) => {
    const database = await storeWith({ '7': values }, at);
    const before = await dump(database);
    const { problems, preview } = await take(database, lines.slice(0, 3));
    expect(problems.map(({ row, code, field }) => [row, code, field])).toEqual([
      [2, 'history-differs', 'stage'],
      [3, 'history-differs', 'stage'],
    ]);
    expect(preview).toMatchObject({ changed: 0, unchanged: 1, steps: 0 });
    expect(await dump(database)).toEqual(before);
  });

  it('says between which instants a change happened that the file leaves out', async () => {
    const database = await storeWith({ '7': { stage: 'Done' } });
    await take(database, [
      'Id,From Stage,To Stage,Date',
      '7,,New,2026-03-01T10:00:00.000Z',
      '7,Offer,Done,2026-03-06T10:00:00.000Z',
    ]);
    expect((await rowsOf(database, '7')).map(short)).toEqual([
      ['stage', 'New', 'Offer', '2026-03-01T10:00:00.000Z', '2026-03-06T09:59:59.999Z', 'page'],
      ['stage', 'Offer', 'Done', '2026-03-06T09:59:59.999Z', '2026-03-06T10:00:00.000Z', 'page'],
    ]);
    expect((await database.deals.get('file|Havn|7'))?.historyUntil).toBeUndefined();
  });

  it('refuses what cannot be put in order, and what lies after the export', async () => {
    const database = await storeWith({ '7': { stage: 'Done' }, '8': { stage: 'Done' } });
    const { problems } = await take(database, [
      'Id,From Stage,To Stage,Date',
      '7,New,Offer,2026-03-02',
      '7,Offer,New,2026-03-02',
      '8,Offer,Done,2026-03-24',
    ]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'history-order'],
      [3, 'history-order'],
      [4, 'history-late'],
    ]);
  });

  it('never guesses which of two figures is the day', async () => {
    const database = await storeWith({ '7': { stage: 'Done' } });
    const { problems } = await take(database, ['Id,From Stage,To Stage,Date', '7,Offer,Done,02/03/2026']);
    expect(problems.map(({ code, field, text }) => [code, field, text])).toEqual([
      ['date-ambiguous', 'stage', '02/03/2026'],
    ]);
  });
});
