import { describe, expect, it } from 'vitest';
import Papa from 'papaparse';
import * as fc from 'fast-check';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import { csvText } from '../../../lib/export/csv-text';
import { toCsv } from '../../../lib/export/to-csv';
import { toDealsCsv } from '../../../lib/export/to-deals-csv';
import { toHistoryCsv } from '../../../lib/export/to-history-csv';
import { mergeRead } from '../../../lib/deal/merge-read';
import { place } from '../deal/arbitrary-reads';

const key = 'crm|crm.example.com|7';
const at = '2026-03-10T08:00:00.000Z';

function dealOf(values: Parameters<typeof mergeRead>[1]['values']): Deal {
  return mergeRead(undefined, { id: '7', at, values }, { ...place, from: 'api', view: 'sync' }).deal;
}

function recordsOf(csv: string): Record<string, string>[] {
  const parsed = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

describe('csvText', () => {
  it.each(['=1+1', '+45 12', '-1+cmd', '@sum', '\t=1', ' =1', '\n=1', '＝1+1', '-', '\uFEFF=1'])(
    'disarms %j, which a spreadsheet would run',
    (text) => {
      expect(Papa.parse(csvText([[text, 'x']])).data[0]).toEqual([`'${text}`, 'x']);
    },
  );

  it.each([
    ['Acme;=1+1', "Acme;'=1+1"],
    ['a; @x;-1', "a; '@x;'-1"],
    ['a\t+1', "a\t'+1"],
    ['a; - b; c', 'a; - b; c'],
  ])('disarms what stands behind another language’s separator: %j', (text, safe) => {
    expect(Papa.parse(csvText([[text, 'x']]), { delimiter: ',' }).data[0]).toEqual([safe, 'x']);
  });

  it('leaves plain negative decimals alone, so that they can be added up', () => {
    expect(csvText([['-3.50', '-7']])).toBe('-3.50,-7\r\n');
  });

  it('carries every other text through, whatever is in it', () => {
    const harmless = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/(?:^|;)[\s\uFEFF]*[=+\-@＝＋－＠]/.test(text) && !/[\t\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(harmless, { minLength: 2, maxLength: 5 }), (row) => {
        expect(Papa.parse(csvText([row]), { newline: '\r\n' }).data[0]).toEqual(row);
      }),
    );
  });

  it('is empty without rows', () => {
    expect(csvText([])).toBe('');
  });
});

describe('toCsv', () => {
  it('writes amounts as decimals of their currency, and what is not known as nothing', () => {
    const [yen, dinar, bare, none] = recordsOf(
      toCsv([
        dealOf({ amount: { decimal: '1000', currency: 'JPY' } }),
        dealOf({ amount: { decimal: '-1.005', currency: 'KWD' }, recurring: { decimal: '2' } }),
        dealOf({ amount: { decimal: '12.5', symbol: '$' } }),
        dealOf({ stage: 'New' }),
      ]),
    );
    expect(yen).toMatchObject({ amount: '1000', currency: 'JPY', currencySign: '' });
    expect(dinar).toMatchObject({ amount: '-1.005', currency: 'KWD', recurring: '2.000' });
    expect(bare).toMatchObject({ amount: '12.50', currency: '', currencySign: '$', amountExact: 'true' });
    expect(none).toMatchObject({ amount: '', currency: '', owner: '', closeOn: '' });
  });

  it('keeps dates as they are and gives qualification fields a column each', () => {
    const deal = dealOf({
      closeOn: '2026-03-31',
      meetingHeld: false,
      hotPass: true,
      qualification: { need: '=HYPERLINK("x")' },
    });
    const [row] = recordsOf(toCsv([deal], { qualification: ['need', 'money'] }));
    expect(row).toMatchObject({ closeOn: '2026-03-31', seenAt: at, meetingHeld: 'false', hotPass: 'true' });
    expect(row).toMatchObject({ 'qualification.need': `'=HYPERLINK("x")`, 'qualification.money': '' });
  });

  it('can be written in pieces', () => {
    const [one, two] = [dealOf({ name: 'A' }), dealOf({ name: 'B' })];
    expect(toCsv([one]) + toCsv([two], { withHeader: false })).toBe(toCsv([one, two]));
  });
});

describe('toDealsCsv and toHistoryCsv', () => {
  const change = (
    field: DealChange['field'],
    from: DealChange['from'],
    to: DealChange['to'],
    on: string,
  ): DealChange => ({
    key,
    field,
    from,
    to,
    at: on,
    notBefore: on,
    source: 'history',
  });
  const changes = [
    change('stage', 'Offer', 'Order', '2026-03-05T08:00:00Z'),
    change('stage', 'New', 'Offer', '2026-03-02T08:00:00.000Z'),
    change('owner', 'Ada', 'Bo', '2026-03-03T08:00:00Z'),
    {
      ...change('amountMinor', 10000, 12550, '2026-03-04T08:00:00Z'),
      units: { from: { currency: 'EUR' }, to: { currency: 'EUR' } },
    },
  ];
  const won = dealOf({
    createdOn: '2026-03-01',
    closedOn: '2026-03-08',
    outcome: 'won',
    stage: 'Order',
    owner: 'Bo',
    amount: { decimal: '125.50', currency: 'EUR' },
  });

  it('writes what a deal began with, what it closed with, and every step in between in order of time', () => {
    const { text, leftOut } = toDealsCsv([won], () => changes);
    expect(leftOut).toBe(0);
    expect(text).toBe(
      'id,createdAt,owner,team,region,product,source,amount,stage0,status,closedAt,closedAmount,currency,why\r\n' +
        `${key},2026-03-01,Ada,,,,,100.00,New,won,2026-03-08,125.50,EUR,\r\n`,
    );
    expect(toHistoryCsv([won], () => changes)).toBe(
      'id,at,field,from,to\r\n' +
        `${key},2026-03-02T08:00:00.000Z,stage,New,Offer\r\n` +
        `${key},2026-03-03T08:00:00Z,owner,Ada,Bo\r\n` +
        `${key},2026-03-05T08:00:00Z,stage,Offer,Order\r\n`,
    );
  });

  it('leaves out, and counts, what the form cannot say rightly', () => {
    const nothing = [
      dealOf({ outcome: 'open' }),
      dealOf({ createdOn: '2026-03-01' }),
      dealOf({ createdOn: '2026-03-01', outcome: 'lost' }),
      { ...won, removedAt: at },
    ];
    expect(toDealsCsv(nothing, () => [], { withHeader: false })).toEqual({ text: '', leftOut: 4 });
  });

  it('leaves a first amount of another or an unknown currency empty', () => {
    for (const from of [{ currency: 'DKK' }, {}]) {
      const moved = changes.map((one) =>
        one.field === 'amountMinor' ? { ...one, units: { from, to: { currency: 'EUR' } } } : one,
      );
      expect(recordsOf(toDealsCsv([won], () => moved).text)).toMatchObject([
        { amount: '', closedAmount: '125.50' },
      ]);
    }
  });
});
