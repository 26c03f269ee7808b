import { describe, expect, it } from 'vitest';
import { exportedId } from '../../../../../lib/crm/export-ids';
import { readLeads } from '../../../../../lib/crm/generic/sheet/leads/read-leads';
import { surveySheet } from '../../../../../lib/crm/generic/sheet/survey-sheet';
import { parseCsv } from '../../../../../lib/export/parse-csv';

function tableOf(text: string) {
  const table = parseCsv(text, 1000);
  if (table.kind === 'refused') throw new Error(table.why);
  return table;
}

const surveyOf = (headings: string) => {
  const width = headings.split(';').length;
  return surveySheet(tableOf(`${headings}\n${Array.from({ length: width }, () => 'x').join(';')}`));
};

/** A file that is understood by its headings alone. */
function readFrom(text: string, at = '2026-03-20T10:00:00.000Z') {
  const table = tableOf(text);
  const { idKey, columns } = surveySheet(table).leads;
  return readLeads(table, { idKey, columns, at, zone: 'Europe/Copenhagen' });
}

describe('headings of a file of leads', () => {
  it.each([
    [
      'Lead ID;First Name;Lead Source;Lead Owner;Lead Status;Create Date;Converted;Converted Date;Converted Opportunity ID',
      {
        idKey: 'Lead ID',
        source: 'Lead Source',
        owner: 'Lead Owner',
        status: 'Lead Status',
        createdOn: 'Create Date',
        convertedOn: 'Converted Date',
        convertedTo: 'Converted Opportunity ID',
      },
    ],
    [
      '(Do Not Modify) Lead;Name;Lead Source;Owner;Created On;Qualifying Opportunity',
      {
        idKey: '(Do Not Modify) Lead',
        name: 'Name',
        source: 'Lead Source',
        createdOn: 'Created On',
        convertedTo: 'Qualifying Opportunity',
      },
    ],
    [
      'Lead-id;Navn;Kilde;Kanal;Ejer;Oprettet;Konverteret den;Konverteret af;Konverteret salgsmulighed',
      {
        idKey: 'Lead-id',
        name: 'Navn',
        source: 'Kilde',
        channel: 'Kanal',
        owner: 'Ejer',
        createdOn: 'Oprettet',
        convertedOn: 'Konverteret den',
        convertedBy: 'Konverteret af',
        convertedTo: 'Konverteret salgsmulighed',
      },
    ],
    [
      'Lead-ID;Name;Quelle;Inhaber;Erstellt am;Qualifiziert am;Konvertiert am;Verkaufschance ID',
      {
        idKey: 'Lead-ID',
        source: 'Quelle',
        owner: 'Inhaber',
        createdOn: 'Erstellt am',
        qualifiedOn: 'Qualifiziert am',
        convertedOn: 'Konvertiert am',
        convertedTo: 'Verkaufschance ID',
      },
    ],
    [
      'ID de la piste;Nom;Source;Propriétaire;Date de création;Date de conversion;Opportunité convertie',
      {
        idKey: 'ID de la piste',
        name: 'Nom',
        source: 'Source',
        createdOn: 'Date de création',
        convertedOn: 'Date de conversion',
        convertedTo: 'Opportunité convertie',
      },
    ],
  ])('are known: %s', (headings, { idKey, ...columns }) => {
    const { leads } = surveyOf(headings);
    expect(leads).toMatchObject({ isLikely: true, idKey, columns });
  });

  it.each([
    'Record ID;Deal name;Amount (EUR);Deal stage;Close date',
    'Opportunity ID;Opportunity Name;Amount;Stage;Close Date;Lead Source',
    'Deal ID;Title;Value;Stage;Lead created',
  ])('of deals are not taken for those of leads: %s', (headings) => {
    expect(surveyOf(headings).leads.isLikely).toBe(false);
  });
});

describe('a file of leads', () => {
  it('writes its days in one order, which any of its columns may prove', () => {
    const { leads, flagged } = readFrom(
      'Lead ID;Created;Converted date\n1;03.02.2026;25.02.2026\n2;04.02.2026;\n3;05.02.2026;26.02.2026',
    );
    expect(flagged).toEqual([]);
    expect(leads).toEqual([
      { id: '1', createdOn: '2026-02-03', convertedOn: '2026-02-25' },
      { id: '2', createdOn: '2026-02-04', convertedOn: null },
      { id: '3', createdOn: '2026-02-05', convertedOn: '2026-02-26' },
    ]);
  });

  it('leaves out an owner that is too long for a name, and says so', () => {
    const long = 'Ida '.repeat(60).trim();
    const { leads, flagged } = readFrom(`Lead ID;Created;Lead owner\n1;2026-02-03;${long}`);
    expect(leads).toEqual([{ id: '1', createdOn: '2026-02-03' }]);
    expect(flagged).toEqual([{ row: 2, code: 'value-unreadable', text: long.slice(0, 80) }]);
  });

  it('leaves out days that may mean two things, and those after the file was written, and says so', () => {
    const { leads, flagged } = readFrom(
      'Lead ID;Created;Lead owner\n1;03/02/2026;Ida\n2;04/02/2026;\n3;2026-05-01;Bo',
    );
    expect(leads).toEqual([
      { id: '1', owner: 'Ida' },
      { id: '2', owner: null },
      { id: '3', owner: 'Bo' },
    ]);
    expect(flagged).toEqual([
      { row: 2, code: 'date-ambiguous', text: '03/02/2026' },
      { row: 3, code: 'date-ambiguous', text: '04/02/2026' },
      { row: 4, code: 'history-late', text: '2026-05-01' },
    ]);
  });

  it('keeps the instant of a conversion that has a time, and its day where the user is', () => {
    const { leads } = readFrom(
      'Lead ID;Converted date;Converted deal id\n1;2026-03-01T23:30:00Z;501\n2;2026-03-02 08:15;502',
    );
    expect(leads).toEqual([
      { id: '1', convertedOn: '2026-03-02', convertedAt: '2026-03-01T23:30:00.999Z', convertedTo: '501' },
      { id: '2', convertedOn: '2026-03-02', convertedAt: '2026-03-02T07:15:59.999Z', convertedTo: '502' },
    ]);
  });

  it('names rows without an id, of one id that differ, and of too few cells; the same row again is one', () => {
    const read = readFrom('Lead ID;Source\n1;Web\n1;Web\n2;Web\n2;Fair\n;Web\n3');
    expect(read.leads).toEqual([{ id: '1', source: 'Web' }]);
    expect(read.repeated).toBe(1);
    expect(read.unreadable.map(({ row, code }) => [row, code])).toEqual([
      [7, 'cells'],
      [4, 'id-twice'],
      [5, 'id-twice'],
      [6, 'no-id'],
    ]);
  });

  it('has ids as the CRM’s pages have them, and leaves out a deal that is none of that CRM’s', () => {
    const text =
      'Lead ID;Converted Opportunity ID\n00Q1N00000gO3zX;0061N00000gO3zX\n00Q1N00000gO3zY;0011N00000gO3zX';
    const table = tableOf(text);
    const { idKey, columns } = surveySheet(table).leads;
    const read = readLeads(
      table,
      { idKey, columns, at: '2026-03-20T10:00:00.000Z', zone: 'UTC' },
      {
        leadIdOf: (id) => exportedId('salesforce', id, 'lead'),
        dealIdOf: (id) => exportedId('salesforce', id),
      },
    );
    expect(read.leads).toEqual([
      { id: '00Q1N00000gO3zXUAS', convertedTo: '0061N00000gO3zXQAS' },
      { id: '00Q1N00000gO3zYUAS' },
    ]);
    expect(read.flagged).toEqual([{ row: 3, code: 'id-mangled', text: '0011N00000gO3zX' }]);
  });
});
