import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../lib/deal/target';
import { fiscalPeriod } from '../../../../lib/calendar/fiscal-period';
import { scopeId } from '../../../../lib/pipeline/scope/scope-id';
import { scopeOwners } from '../../../../lib/pipeline/scope/scope-owners';
import { parsePeriod } from '../../../../lib/pipeline/targets/parse-period';
import { parseTargetAmount } from '../../../../lib/pipeline/targets/parse-target-amount';
import { parseTargets, type PasteContext } from '../../../../lib/pipeline/targets/parse-targets';
import { targetOn } from '../../../../lib/pipeline/targets/target-on';

const fiscal = { period: 'quarter', yearStartMonth: 1 } as const;
const q2 = { start: '2026-04-01', end: '2026-07-01' };

describe('targetOn', () => {
  const row = (given: Partial<Target>): Target => ({
    scope: 'all',
    period: '2026-04-01/2026-07-01',
    from: '2026-04-01',
    amountMinor: 900,
    currency: 'EUR',
    ...given,
  });
  const on = (targets: readonly Target[], day = '2026-05-19', scope = 'all') =>
    targetOn(targets, { scope, period: q2, on: day });

  it('is the figure entered last by the day; one entered later stands for the days before it', () => {
    const rows = [row({}), row({ from: '2026-05-10', amountMinor: 800 })];
    expect(on(rows)).toEqual({ amountMinor: 800, currency: 'EUR', isSum: false });
    expect(on(rows.toReversed(), '2026-05-09')?.amountMinor).toBe(900);
    expect(on(rows, '2026-03-01')?.amountMinor).toBe(900);
  });

  it('is none from the day on which it was taken back, until another is entered', () => {
    const rows = [
      row({}),
      row({ from: '2026-05-10', amountMinor: null }),
      row({ from: '2026-05-20', amountMinor: 7 }),
    ];
    expect(on(rows, '2026-05-09')?.amountMinor).toBe(900);
    expect(on(rows, '2026-05-19')).toBeUndefined();
    expect(on(rows, '2026-05-20')?.amountMinor).toBe(7);
  });

  it('adds months to a quarter where they fill it, in one currency', () => {
    const month = (period: string, amountMinor: number, currency = 'EUR') =>
      row({ period, amountMinor, currency });
    const [april, may, june] = [
      month('2026-04-01/2026-05-01', 1),
      month('2026-05-01/2026-06-01', 20),
      month('2026-06-01/2026-07-01', 300),
    ];
    expect(on([june, april, may])).toEqual({ amountMinor: 321, currency: 'EUR', isSum: true });
    expect(on([april, june])).toBeUndefined();
    expect(on([april, may, row({ period: '2026-06-01/2026-08-01' })])).toBeUndefined();
    expect(on([april, may, { ...june, amountMinor: null }])).toBeUndefined();
    expect(on([april, may, month('2026-06-01/2026-07-01', 3, 'DKK')])).toBeUndefined();
    // The quarter's own figure stands before the months'.
    expect(on([april, may, june, row({})])?.amountMinor).toBe(900);
  });

  it('never divides a longer period, nor takes another scope', () => {
    expect(on([row({ period: '2026-01-01/2027-01-01' })])).toBeUndefined();
    expect(on([row({ scope: 'person:Ada' })])).toBeUndefined();
    expect(on([])).toBeUndefined();
  });
});

describe('scopes', () => {
  const teams = [
    { name: 'North', members: ['Ada', 'Bo'] },
    { name: 'Empty', members: [] },
  ];
  it.each([
    ['all', undefined],
    ['person:Cy: the third', ['Cy: the third']],
    ['team:North', ['Ada', 'Bo']],
    ['team:Empty', []],
    ['team:Gone', undefined],
    ['nonsense', undefined],
  ])('%s has the owners %j', (id, owners) => {
    expect(scopeOwners(id, teams)).toEqual(owners);
  });

  it('are named', () => {
    expect(scopeId({ kind: 'all' })).toBe('all');
    expect(scopeId({ kind: 'team', name: 'North' })).toBe('team:North');
  });
});

describe('parsePeriod', () => {
  it.each([
    ['Q2 2026', '2026-04-01', '2026-07-01'],
    ['2026-Q2', '2026-04-01', '2026-07-01'],
    ['2026 Q4', '2026-10-01', '2027-01-01'],
    ['Q1-26', '2026-01-01', '2026-04-01'],
    ['FY2026 Q3', '2026-07-01', '2026-10-01'],
    ['2. kvartal 2026', '2026-04-01', '2026-07-01'],
    ['K2 2026', '2026-04-01', '2026-07-01'],
    ['April 2026', '2026-04-01', '2026-05-01'],
    ['apr-26', '2026-04-01', '2026-05-01'],
    ['maj 2026', '2026-05-01', '2026-06-01'],
    ['okt. 2026', '2026-10-01', '2026-11-01'],
    ['2026-04', '2026-04-01', '2026-05-01'],
    ['12/2026', '2026-12-01', '2027-01-01'],
  ])('%s', (text, start, end) => {
    expect(parsePeriod(text, fiscal)).toMatchObject({ start, end });
  });

  it('knows fiscal quarters by the year in which their year ends', () => {
    expect(parsePeriod('Q1 2027', { period: 'month', yearStartMonth: 7 })).toMatchObject({
      start: '2026-07-01',
      end: '2026-10-01',
    });
  });

  it.each([
    '',
    'Q2',
    'April',
    'Q5 2026',
    '13/2026',
    '2026',
    'Maja Lind',
    '04-05',
    '250 000',
    'x'.repeat(300),
  ])('%s is no period', (text) => {
    expect(parsePeriod(text, fiscal)).toBeUndefined();
  });
});

describe('parseTargetAmount', () => {
  const read = (text: string, decimalSign?: '.' | ',') =>
    parseTargetAmount(text, { decimalSign, currency: 'EUR' });
  it.each([
    ['250000', 25_000_000],
    ['1,250,000.50', 125_000_050],
    ['1.250.000,50', 125_000_050],
    ['1 250 000', 125_000_000],
    ['€ 250k', 25_000_000],
    ['1,2 mio.', 120_000_000],
    ['12,5', 1250],
  ])('%s', (text, amountMinor) => {
    expect(read(text)).toEqual({ kind: 'amount', amountMinor, currency: 'EUR' });
  });

  it('keeps the currency that the amount names', () => {
    expect(read('250.000,00 DKK')).toEqual({ kind: 'amount', amountMinor: 25_000_000, currency: 'DKK' });
  });

  it.each([
    ['250.000', undefined, 'two-ways'],
    ['250,000', undefined, 'two-ways'],
    // In Danish 250,000 would be 250 with three decimals, which no money has.
    ['250,000', ',', 'two-ways'],
    ['$250000', undefined, 'currency'],
    ['0', undefined, 'not-a-target'],
    ['-5', undefined, 'not-a-target'],
    ['about 250', undefined, 'unreadable'],
    ['40 %', undefined, 'unreadable'],
    ['soon', undefined, 'unreadable'],
  ] as const)('%s (%s) is refused: %s', (text, sign, why) => {
    expect(read(text, sign)).toEqual({ kind: 'refused', why });
  });

  it('reads 250.000 where the language groups so', () => {
    expect(read('250.000', ',')).toEqual({ kind: 'amount', amountMinor: 25_000_000, currency: 'EUR' });
    expect(read('')).toEqual({ kind: 'empty' });
  });
});

describe('parseTargets', () => {
  const context: PasteContext = {
    segments: ['region:DACH', 'region:Maja Lind', 'source:Partner', 'product:Partner'],
    fiscal,
    teams: [{ name: 'North', members: ['Maja Lind'] }],
    owners: ['Maja Lind', 'Jonas Bech'],
    currency: 'EUR',
    period: fiscalPeriod('2026-05-19', fiscal),
  };
  const paste = (text: string, given: Partial<PasteContext> = {}) => {
    const { targets, refused } = parseTargets(text, { ...context, ...given });
    return {
      targets: targets.map(({ scope, period, amountMinor }) => [scope, period.start, amountMinor / 100]),
      refused: refused.map(({ line, text: cell, why }) => [line, cell, why]),
    };
  };

  it('takes names down and periods across, in English figures', () => {
    expect(
      paste(
        'Rep\tQ2 2026\tQ3 2026\nmaja lind\t280,000.00\t300,000.00\nNorth\t960,000\t\nTotal\t1,500,000\t–',
      ),
    ).toEqual({
      targets: [
        ['person:Maja Lind', '2026-04-01', 280_000],
        ['person:Maja Lind', '2026-07-01', 300_000],
        ['team:North', '2026-04-01', 960_000],
        ['all', '2026-04-01', 1_500_000],
      ],
      refused: [],
    });
  });

  it('takes periods down and names across, in Danish figures', () => {
    expect(
      paste(
        'Måned\tJonas Bech\tI alt\r\napril 2026\t90.000,00 kr.\t250.000\r\nmaj 2026\t1.000.000\t260.000\r\n',
        { currency: 'DKK' },
      ),
    ).toEqual({
      targets: [
        ['person:Jonas Bech', '2026-04-01', 90_000],
        ['all', '2026-04-01', 250_000],
        ['person:Jonas Bech', '2026-05-01', 1_000_000],
        ['all', '2026-05-01', 260_000],
      ],
      refused: [],
    });
  });

  it('takes a line each of name, period and amount, with a heading; the period at hand where there is none', () => {
    expect(paste('Name\tPeriod\tTarget\nMaja Lind\t2026-04\t90000')).toMatchObject({
      targets: [['person:Maja Lind', '2026-04-01', 90_000]],
    });
    expect(paste('Maja Lind\t90000\nJonas Bech\t80000')).toMatchObject({
      targets: [
        ['person:Maja Lind', '2026-04-01', 90_000],
        ['person:Jonas Bech', '2026-04-01', 80_000],
      ],
    });
  });

  it('refuses what can be read in two ways, and takes the rest', () => {
    expect(paste('Maja Lind\t250.000\nJonas Bech\t80000\nNorth\tsoon\n\t70000')).toEqual({
      targets: [['person:Jonas Bech', '2026-04-01', 80_000]],
      refused: [
        [1, '250.000', 'two-ways'],
        [3, 'soon', 'unreadable'],
        [4, '70000', 'no-name'],
      ],
    });
    // The user's language settles it where the paste itself does not.
    expect(paste('Maja Lind\t250.000', { languageSign: ',' }).targets).toEqual([
      ['person:Maja Lind', '2026-04-01', 250_000],
    ]);
    // Another amount of the paste does, against the language.
    expect(paste('Maja Lind\t250.000\nJonas Bech\t1.250.000', { languageSign: '.' }).refused).toEqual([]);
  });

  it('refuses figures of a period that it does not know, and of two habits at once', () => {
    expect(paste('Maja Lind\tsummer\t90000').refused).toEqual([[1, 'summer', 'period']]);
    expect(paste('Maja Lind\t1.250.000\nJonas Bech\t1,250,000\nNorth\t250.000').refused).toEqual([
      [3, '250.000', 'two-ways'],
    ]);
  });

  it('knows segments by their name, after teams and owners, and refuses a name that several fields have', () => {
    expect(
      paste('dach\t100000\nMaja Lind\t200000\nPartner\t300000\nsource:Partner\t400000\nDACH Süd\t500000'),
    ).toEqual({
      targets: [
        ['region:DACH', '2026-04-01', 100_000],
        ['person:Maja Lind', '2026-04-01', 200_000],
        ['source:Partner', '2026-04-01', 400_000],
        ['person:DACH Süd', '2026-04-01', 500_000],
      ],
      refused: [[3, 'Partner', 'several-segments']],
    });
  });

  it('keeps a name that owns nothing yet, and says so; of one scope twice, the later', () => {
    expect(parseTargets('New Hire\t1000\nNew Hire\t2000', context).targets).toMatchObject([
      { scope: 'person:New Hire', isNewName: true, amountMinor: 200_000 },
    ]);
  });

  it('is nothing for no text', () => {
    expect(parseTargets('', context)).toEqual({ targets: [], refused: [] });
    expect(parseTargets('one cell', context)).toEqual({ targets: [], refused: [] });
  });
});
