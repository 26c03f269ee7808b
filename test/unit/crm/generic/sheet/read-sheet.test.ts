import { describe, expect, it } from 'vitest';
import { exportedId } from '../../../../../lib/crm/export-ids';
import { idHeadingRank } from '../../../../../lib/crm/generic/sheet/id-heading-rank';
import { readSheet } from '../../../../../lib/crm/generic/sheet/read-sheet';
import type { SheetWish } from '../../../../../lib/crm/sheet';
import { surveySheet } from '../../../../../lib/crm/generic/sheet/survey-sheet';
import { parseCsv, type CsvTable } from '../../../../../lib/export/parse-csv';

const at = '2026-11-20T09:00:00Z';

function tableOf(...lines: string[]): CsvTable {
  const table = parseCsv(lines.join('\n'), 1000);
  if (table.kind !== 'table') throw new Error(table.why);
  return table;
}

/** Reads a table as its headings alone say, each stage as it is named. */
function read(table: CsvTable, change: Partial<SheetWish> = {}, crm = 'file') {
  const { survey, idKey = '' } = surveySheet(table);
  const wish: SheetWish = {
    mapping: {
      columns: Object.fromEntries(survey.columns.map(({ key, field }) => [key, field])),
      stages: Object.entries(survey.outcomes).map(([name, outcome]) => ({ name, outcome })),
    },
    idKey,
    at,
    today: '2026-11-26',
    zone: 'Europe/Copenhagen',
    ...change,
  };
  return readSheet(table, wish, { idOf: (text) => exportedId(crm, text) });
}

describe('the column of ids', () => {
  it.each([
    ['Record ID', 2],
    ['Deal - ID', 2],
    ['Opportunity ID', 2],
    ['OpportunityId', 2],
    ['(Do Not Modify) Opportunity', 2],
    ['Id', 1],
    ['ID', 1],
    ['Account ID', 0],
    ['Deal - Owner ID', 0],
    ['Identity', 0],
    ['Paid', 0],
    ['', 0],
  ])('%j: %d', (heading, rank) => expect(idHeadingRank(heading)).toBe(rank));

  it('is none where two headings say it alike', () => {
    expect(surveySheet(tableOf('Deal ID;Record ID;Name', '1;2;A')).idKey).toBeUndefined();
    expect(surveySheet(tableOf('Id;Record ID;Name', '1;2;A')).idKey).toBe('Record ID');
  });
});

describe('exports as CRMs write them', () => {
  it('reads one with commas, ISO dates and decimal points', () => {
    const { deals, unreadable, flagged } = read(
      tableOf(
        'Record ID,Deal Name,Amount,Currency,Deal Stage,Close Date,Deal owner',
        '101,Sloop rigging,12000.50,EUR,Negotiation,2026-12-24 10:15,Ida Berg',
        '102,Brig refit,900,EUR,Closed Won,2026-10-01 08:00,Ida Berg',
      ),
    );
    expect([unreadable, flagged]).toEqual([[], []]);
    expect(deals).toMatchObject([
      {
        id: '101',
        at,
        values: {
          name: 'Sloop rigging',
          amount: { decimal: '12000.50', currency: 'EUR' },
          stage: 'Negotiation',
          closeOn: '2026-12-24',
          owner: 'Ida Berg',
        },
      },
      { id: '102', values: { amount: { decimal: '900', currency: 'EUR' }, outcome: 'won' } },
    ]);
  });

  it('reads a Danish one with semicolons, decimal commas and days first', () => {
    const { deals, flagged } = read(
      tableOf(
        'ID;Navn;Beløb (DKK);Fase;Lukkedato',
        '7;Nordlys;1.234,50;Tilbud;03-04-2026',
        '8;Sydvest;36.340;Tilbud;24-12-2026',
      ),
    );
    expect(flagged).toEqual([]);
    expect(deals.map(({ values: { amount, closeOn } }) => [amount?.decimal, closeOn])).toEqual([
      ['1234.50', '2026-04-03'],
      ['36340', '2026-12-24'],
    ]);
  });

  it('never guesses an amount or a date of which no row says how it is written', () => {
    const { deals, flagged } = read(
      tableOf('Id;Name;Amount;Stage;Close date', '1;A;36.340;Offer;03/04/2026', '2;B;1.200;Offer;05/06/2026'),
    );
    expect(deals.map(({ values }) => [values.amount, values.closeOn])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(flagged.map(({ row, code, field, text }) => [row, code, field, text])).toEqual([
      [2, 'amount-ambiguous', 'amount', '36.340'],
      [2, 'date-ambiguous', 'closeOn', '03/04/2026'],
      [3, 'amount-ambiguous', 'amount', '1.200'],
      [3, 'date-ambiguous', 'closeOn', '05/06/2026'],
    ]);
  });

  it('takes a status for the outcome, whatever the stage was', () => {
    const { deals, flagged } = read(
      tableOf('ID,Title,Value,Stage,Status', '1,A,5,Talks,Won', '2,B,5,Talks,Open', '3,C,5,Talks,Lost'),
      {
        mapping: {
          columns: { ID: null, Title: 'name', Value: 'amount', Stage: 'stage', Status: 'status' },
          stages: [{ name: 'Talks', outcome: 'open' }],
        },
      },
    );
    expect(flagged).toEqual([]);
    expect(deals.map(({ values }) => values.outcome)).toEqual(['won', 'open', 'lost']);
  });

  it('takes a column for that of hot handoffs where the user says so, and only there', () => {
    const table = tableOf('Id;Name;Live transfer', '1;A;Ja', '2;B;no', '3;C;', '4;D;later');
    const { survey } = surveySheet(table);
    expect(survey.columns.find(({ heading }) => heading === 'Live transfer')?.field).toBeNull();
    const columns = { Id: null, Name: 'name', 'Live transfer': 'hotPass' } as const;
    const { deals, flagged } = read(table, { mapping: { columns, stages: [] } });
    expect(deals.map(({ values }) => values.hotPass)).toEqual([true, false, null, undefined]);
    expect(flagged).toMatchObject([{ row: 5, code: 'value-unreadable', field: 'hotPass', text: 'later' }]);
  });

  it('takes a formula for the text that it is, and for no amount', () => {
    const { deals, flagged } = read(tableOf('Id;Name;Amount', '1;=HYPERLINK(1);=1+1', '2;B;5'));
    expect(deals[0]?.values).toEqual({ name: '=HYPERLINK(1)' });
    expect(flagged).toEqual([{ row: 2, code: 'amount-unreadable', field: 'amount', text: '=1+1' }]);
  });
});

describe('ids', () => {
  it('are the ones that the CRM’s pages have', () => {
    const ids = (crm: string, text: string) =>
      read(tableOf('Record ID,Name,Amount', `${text},A,5`), {}, crm).deals.map(({ id }) => id);
    expect(ids('salesforce', '0065g00000AbCdE')).toEqual(['0065g00000AbCdEAAV']);
    expect(ids('zoho', 'zcrm_5725767000000478001')).toEqual(['5725767000000478001']);
    expect(ids('dynamics', '{A1B2C3D4-0000-4000-8000-00000000000F}')).toEqual([
      'a1b2c3d4-0000-4000-8000-00000000000f',
    ]);
    expect(ids('file', '0065g00000AbCdE')).toEqual(['0065g00000AbCdE']);
    // What the CRM itself would not take for one: written in capitals, an account's, another system's.
    expect(ids('salesforce', '0065G00000ABCDEAAV')).toEqual([]);
    expect(ids('salesforce', '0015g00000AbCdE')).toEqual([]);
    expect(ids('odoo', '__export__.crm_lead_42_1a2b')).toEqual([]);
    // Beyond 2^53: never a number.
    expect(ids('file', '9007199254740993')).toEqual(['9007199254740993']);
  });

  it('of two rows that differ name neither; a row that says the same again is one deal', () => {
    const { deals, unreadable, repeated } = read(
      tableOf('Id,Name,Amount', '1,A,5', '1,A,6', '2,B,5', '2,B,5', ',C,5', '0,D,5'),
    );
    expect(deals.map(({ id }) => id)).toEqual(['2', '0']);
    expect(repeated).toBe(1);
    expect(unreadable.map(({ row, code }) => [row, code])).toEqual([
      [2, 'id-twice'],
      [3, 'id-twice'],
      [6, 'no-id'],
    ]);
  });

  it('that a spreadsheet has changed are refused', () => {
    const bad = read(tableOf('Id;Name;Amount', '5,72577E+18;A;5', '5.72577E+18;B;5'));
    expect(bad.unreadable.map(({ code }) => code)).toEqual(['id-mangled', 'id-mangled']);
    const cut = read(tableOf('Id;Name;Amount', '5725767000000470000;A;5', '5725767000000480000;B;5'));
    expect(cut.deals).toEqual([]);
    const sound = read(tableOf('Id;Name;Amount', '5725767000000470000;A;5', '5725767000000480001;B;5'));
    expect(sound.deals).toHaveLength(2);
  });
});

it('names rows that are cut off, and reads the others', () => {
  const { deals, unreadable } = read(tableOf('Id,Name,Amount', '1,A,5', '2,B', '3,C,5,6', 'Total'));
  expect(deals.map(({ id }) => id)).toEqual(['1']);
  expect(unreadable.map(({ row, code }) => [row, code])).toEqual([
    [3, 'cells'],
    [4, 'cells'],
    [5, 'cells'],
  ]);
});
