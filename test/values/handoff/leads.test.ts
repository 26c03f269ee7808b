/**
 * Leads and what became of them, by hand. A lead's conversion is the share that became a deal within 90 days.
 */
import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../lib/deal/deal';
import type { Lead } from '../../../lib/deal/lead';
import { leadReport } from '../../../lib/handoff/leads/lead-report';
import { leadsInMaking } from '../../../lib/handoff/leads/leads-in-making';

const place = { crm: 'x', tenant: 't', host: 'h' };

/** A lead of a day, the source, and the day on which it became a deal of the same number. */
function lead(id: string, createdOn: string, more: Partial<Lead> = {}): Lead {
  const deal = more.convertedOn ? { convertedTo: `x|t|${id}` } : { convertedTo: null };
  const seenAt = '2026-07-31T08:00:00.000Z';
  return { key: `x|t|${id}`, ...place, id, createdOn, toldAt: seenAt, seenAt, ...deal, ...more };
}

function deal(id: string, more: Partial<Deal>): Deal {
  const seenAt = '2026-07-31T08:00:00.000Z';
  return { key: `x|t|${id}`, ...place, id, sources: {}, seenAt, seenVia: 'api', contentHash: 'c', ...more };
}

interface Store {
  readonly leads?: readonly Lead[];
  readonly deals?: readonly Deal[];
  readonly today?: string;
}

function reportOf({ leads = [], deals = [], today = '2026-07-31' }: Store, period = firstQuarter) {
  const making = leadsInMaking(today, new Map([['t', 'whole']]));
  for (const one of leads) making.addLead(one);
  for (const one of deals) making.addDeal(one);
  return leadReport(making.result(), { period, lastDay: '2026-03-31' });
}

const firstQuarter = { start: '2026-01-01', end: '2026-04-01' };

/**
 * | Lead | Created    | Source   | Became a deal          |
 * |------|------------|----------|------------------------|
 * | 1    | 5 January  | Referral | 15 January: 10 days    |
 * | 2    | 6 January  | Referral | 26 January: 20 days    |
 * | 3    | 7 January  | Website  | 6 February: 30 days    |
 * | 4    | 8 January  | Website  | 18 April: 100 days     |
 * | 5    | 9 January  | Website  | never                  |
 *
 * Within 90 days 3 of 5: Beta(1 + 3, 1 + 2), its mean 4/7. The 100 days come too late and change no old month.
 * Referrals are two: too few. Of the website 1 of 3; the others have (2 + 1) / (2 + 2) = 3/4 and weigh 2 + 2 = 4:
 * Beta(3 + 1, 1 + 2), its mean 4/7; unshrunk 1/3.
 */
const january = [
  lead('1', '2026-01-05', { source: 'Referral', convertedOn: '2026-01-15' }),
  lead('2', '2026-01-06', { source: 'Referral', convertedOn: '2026-01-26' }),
  lead('3', '2026-01-07', { source: 'Website', channel: 'Phone', convertedOn: '2026-02-06' }),
  lead('4', '2026-01-08', { source: 'Website', channel: 'Phone', convertedOn: '2026-04-18' }),
  lead('5', '2026-01-09', { source: 'Website', channel: 'E-mail' }),
];

describe('a month of leads whose window is over', () => {
  const report = reportOf({ leads: january });

  it('converts 3 of 5 within 90 days', () => {
    expect(report).toMatchObject({ withinDays: 90, leads: 5, withoutDay: 0 });
    expect(report.months).toHaveLength(3);
    expect(report.months[0]).toMatchObject({
      month: '2026-01',
      leads: 5,
      seeds: 2,
      nets: 3,
      spears: 0,
      others: 0,
      converted: 3,
      maturing: false,
      conversion: { n: 5, raw: 0.6 },
    });
    expect(valueOf(report.months[0]?.conversion)).toBeCloseTo(4 / 7, 12);
    expect(report.months[1]).toMatchObject({
      month: '2026-02',
      leads: 0,
      conversion: { kind: 'too-few', n: 0 },
    });
  });

  it('by source: two are too few, and three are drawn towards the others', () => {
    expect(report.sources.map(({ of, leads }) => [of, leads])).toEqual([
      ['seeds', 2],
      ['nets', 3],
    ]);
    expect(report.sources[0]?.conversion).toEqual({ kind: 'too-few', n: 2 });
    expect(report.sources[1]?.conversion).toMatchObject({ n: 3, raw: 1 / 3 });
    expect(valueOf(report.sources[1]?.conversion)).toBeCloseTo(4 / 7, 12);
  });

  it('by channel: those of which none is said stand last', () => {
    expect(report.channels.map(({ of, leads }) => [of, leads])).toEqual([
      ['Phone', 2],
      ['E-mail', 1],
      [null, 2],
    ]);
  });
});

/**
 * March, seen at the end of 31 March.
 *
 * | Lead | Created  | Happened             | Life                  |
 * |------|----------|----------------------|-----------------------|
 * | 11   | 8 March  | a deal 2 days later  | 2 days, converted     |
 * | 12   | 27 March | nothing              | 4 days, watched only  |
 * | 13   | 14 March | nothing              | 17 days, watched only |
 * | 14   | 3 March  | a deal 10 days later | 10 days, converted    |
 * | 15   | 1 March  | a deal 12 days later | 12 days, converted    |
 *
 * Day 2: 1 of 5 is converted: 1/5, not yet 4/5. Day 4: lead 12 leaves, three are left. Day 10: 1 of 3: 1/5 + 4/15 = 7/15,
 * not yet 8/15. Day 12: 1 of 2: 7/15 + 4/15 = 11/15. Day 17 is the end: the 4/15 left are not known.
 * As much as how many leads that were watched to the end do they tell? 11, 14 and 15 tell all: one each. Of all conversions
 * that are known (11/15), 3/15 come within 4 days and all within 17: lead 12 tells (3/15) / (11/15) = 3/11, lead 13 one.
 * That is 4 3/11, so 4: Beta(1 + 4 x 11/15, 1 + 4 x 4/15), its mean 59/90. Counting heads says 3 of 3 decided.
 */
describe('a month of leads whose window is still open', () => {
  const march = [
    lead('11', '2026-03-08', { convertedOn: '2026-03-10' }),
    lead('12', '2026-03-27'),
    lead('13', '2026-03-14'),
    lead('14', '2026-03-03', { convertedOn: '2026-03-13' }),
    lead('15', '2026-03-01', { convertedOn: '2026-03-13' }),
  ];

  it('is estimated as of its end, and says that it is maturing', () => {
    const { months } = reportOf({ leads: march, today: '2026-03-31' });
    expect(months[0]).toMatchObject({
      month: '2026-03',
      maturing: true,
      converted: 3,
      conversion: { n: 4 },
    });
    expect(valueOf(months[0]?.conversion)).toBeCloseTo(59 / 90, 12);
  });

  it('is told of though none has become a deal yet, where others tell how soon leads do', () => {
    // On 31 March the eleven of 1 March are 30 days old. Day 30: 4 of 23 become deals, 4/23; then the young leave. Day 60:
    // 4 of the last 8, 4/23 + 19/46 = 27/46. So 8 of 27 conversions come within 30 days, and the young tell as much as
    // 11 x 8/27 = 3 7/27: 3. None so far; of the 19/23 that are left half will.
    const old = Array.from({ length: 12 }, (_, nth) =>
      lead(`o${nth}`, '2025-12-20', nth < 8 ? { convertedOn: nth < 4 ? '2026-01-19' : '2026-02-18' } : {}),
    );
    const young = Array.from({ length: 11 }, (_, nth) => lead(`y${nth}`, '2026-03-01'));
    const { months } = reportOf({ leads: [...old, ...young], today: '2026-03-31' });
    const { leads, converted, maturing, conversion } = months.at(-1) ?? {};
    expect({ leads, converted, maturing }).toEqual({ leads: 11, converted: 0, maturing: true });
    expect(conversion).toMatchObject({ n: 3 });
    // The others: 8 of 12, so (1 + 8) / (2 + 12) = 9/14, and they weigh 10: (10 x 9/14 + 3 x 1/2) / (10 + 3).
    expect(valueOf(conversion)).toBeCloseTo(111 / 182, 12);
  });

  it('counts a lead as watched until it was last seen, and no longer', () => {
    const seen = march.map((one) => ({ ...one, toldAt: '2026-03-31T08:00:00.000Z' }));
    const { months } = reportOf({ leads: seen, today: '2026-12-31' });
    expect(months[0]).toMatchObject({ maturing: true });
    expect(valueOf(months[0]?.conversion)).toBeCloseTo(59 / 90, 12);
  });
});

/**
 * | Deal | Created     | Source                     | Ended | Amount |
 * |------|-------------|----------------------------|-------|--------|
 * | 1    | 15 January  | Referral                   | won   | 100    |
 * | 21   | 1 February  | Webinar                    | open  | 50     |
 * | 22   | 2 February  | Webinar                    | lost  | 30     |
 * | 3    | 6 February  | none; its lead's: Website  | won   | 70     |
 * | 23   | 2 April     | Referral                   | won   | 999    | outside of the quarter
 */
it('the value of a source is that of its deals, whose source may be that of their lead', () => {
  const euro = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
  const { sources, period } = reportOf({
    leads: january,
    deals: [
      deal('1', { createdOn: '2026-01-15', source: 'Referral', outcome: 'won', ...euro(10_000) }),
      deal('21', { createdOn: '2026-02-01', source: 'Webinar', outcome: 'open', ...euro(5_000) }),
      deal('22', { createdOn: '2026-02-02', source: 'Webinar', outcome: 'lost', ...euro(3_000) }),
      deal('3', { createdOn: '2026-02-06', outcome: 'won', ...euro(7_000) }),
      deal('23', { createdOn: '2026-04-02', source: 'Referral', outcome: 'won', ...euro(99_900) }),
      deal('24', {
        createdOn: '2026-02-06',
        outcome: 'won',
        ...euro(1),
        removedAt: '2026-03-01T00:00:00.000Z',
      }),
    ],
  });
  expect(sources).toMatchObject([
    { of: 'seeds', leads: 2, deals: 1, won: 1, wonValue: { minor: { EUR: 10_000 }, apart: 0 } },
    {
      of: 'nets',
      leads: 3,
      deals: 3,
      won: 1,
      wonValue: { minor: { EUR: 7_000 }, apart: 0 },
      openValue: { minor: { EUR: 5_000 }, apart: 0 },
    },
  ]);
  // Two of three that have ended were won: Beta(1 + 2, 1 + 1), its mean 3/5.
  expect(period).toMatchObject({ deals: 4, won: 2, winRate: { n: 3 } });
  expect(valueOf(period.winRate)).toBeCloseTo(0.6, 12);
});

/**
 * | Deal | Shown as | Ended |
 * |------|----------|-------|
 * | 1    | EUR 100  | won   |
 * | 2    | $ 7      | won   |
 * | 3    | kr. 20   | won   |
 * | 4    | $ 5      | won   |
 * | 5    | 900      | won   |
 * | 6    | no sum   | won   |
 */
it('amounts are added under one code or one sign alone, and those with neither are counted, not added', () => {
  const won = (id: string, more: Partial<Deal>) =>
    deal(id, { createdOn: '2026-02-01', source: 'Webinar', outcome: 'won', ...more });
  const { period } = reportOf({
    deals: [
      won('1', { amountMinor: 10_000, currency: 'EUR' }),
      won('2', { amountMinor: 700, currencySymbol: '$' }),
      won('3', { amountMinor: 2_000, currency: null, currencySymbol: 'kr.' }),
      won('4', { amountMinor: 500, currencySymbol: '$' }),
      won('5', { amountMinor: 90_000 }),
      won('6', { amountMinor: null }),
    ],
  });
  expect(period.won).toBe(6);
  expect(period.wonValue).toEqual({ minor: { EUR: 10_000, '~$\nt': 1_200, '~kr.\nt': 2_000 }, apart: 1 });
});

describe('leads of a CRM of which others are still to be read', () => {
  const begun = january.map((one) => ({ ...one, tenant: 'unread', key: `x|unread|${one.id}` }));
  const unread = new Map([
    ['unread', 'more'],
    ['nothing here', 'partly'],
    ['t', 'whole'],
  ] as const);
  const making = (leads: readonly Lead[]) => {
    const all = leadsInMaking('2026-07-31', unread);
    leads.forEach((one) => all.addLead(one));
    return leadReport(all.result(), { period: firstQuarter, lastDay: '2026-03-31' });
  };

  /** Of a tenant of which no listing is on record here. */
  const found = begun.map((one) => ({ ...one, tenant: 'found', key: `x|found|${one.id}` }));

  it('may be such where nobody knows how far they were read, unless all of them are from files', () => {
    expect(making(found)).toMatchObject({ leads: 5, partly: [{ tenant: 'found', reach: 'more' }] });
    const files = found.map((one) => ({ ...one, isFromFile: true }));
    const report = making(files);
    expect(report.partly).toEqual([]);
    expect(report.period.conversion).not.toMatchObject({ kind: 'partly-read' });
    // One that an interface has told is enough, wherever it comes; what the others show is told no more.
    const one = { ...found[0], key: 'x|found|another', createdOn: '2026-02-01' } as Lead;
    for (const all of [
      [one, ...files],
      [...files, one],
    ]) {
      const some = making(all);
      expect(some.partly).toEqual([{ tenant: 'found', reach: 'more' }]);
      expect(some.months.slice(0, 2).map(({ conversion }) => conversion)).toEqual([
        { kind: 'partly-read', n: 5 },
        { kind: 'partly-read', n: 1 },
      ]);
    }
    expect(making(found.map((lead) => ({ ...lead, tenant: 't' }))).partly).toEqual([]);
  });

  it('are said to be those that became deals where files tell of no others: of files the share is theirs alone', () => {
    const files = found.map((one) => ({ ...one, isFromFile: true }));
    // The first four became deals, the fourth too late; no file tells of one that has not.
    const only = making(files.slice(0, 4));
    expect(only.partly).toEqual([{ tenant: 'found', reach: 'converted' }]);
    expect(only.months[0]?.conversion).toEqual({ kind: 'partly-read', n: 4 });
    // One of which a file does not say whether it has is no proof; nor is another CRM's.
    const { toldAt: _, convertedTo: __, ...bare } = { ...(files[4] as Lead) };
    expect(making([...files.slice(0, 4), bare]).partly).toEqual(only.partly);
    expect(making([...files.slice(0, 4), ...january]).partly).toEqual(only.partly);
    // The fifth has not, in whichever order they come; nor has one that became a contact alone.
    const contact = { ...files[0], key: 'x|found|c', convertedTo: null } as Lead;
    for (const all of [files, files.toReversed(), [contact, ...files.slice(1, 4)]])
      expect(making(all).partly).toEqual([]);
    // A file without any that became a deal is as before.
    expect(making([bare]).partly).toEqual([]);
  });

  it('are counted and said to be some of them, and how many become deals is not told', () => {
    const report = making(begun);
    expect(report).toMatchObject({ leads: 5, partly: [{ tenant: 'unread', reach: 'more' }] });
    const untold = { kind: 'partly-read', n: 5 };
    expect([report.period.conversion, report.months[0]?.conversion]).toEqual([untold, untold]);
    expect(report.sources.map(({ conversion }) => conversion)).toEqual([
      { kind: 'partly-read', n: 2 },
      { kind: 'partly-read', n: 3 },
    ]);
  });

  it('change no share of others', () => {
    const others = january.map((one) => ({ ...one, source: 'Fair' }));
    const alone = making(others).sources.find(({ of }) => of === 'nets');
    const fair = making([...begun.map((one) => ({ ...one, source: 'Referral' })), ...others]).sources;
    expect(fair.find(({ of }) => of === 'nets')?.conversion).toEqual(alone?.conversion);
  });
});

/**
 * Of January's five (above), seen to the end on 31 July, and three that a listing of 1 February or August names no more:
 *
 * | Lead | Created    | Gone by    | Told until | Became a deal | Is                          |
 * |------|------------|------------|------------|---------------|-----------------------------|
 * | 6    | 10 January | 1 February | 20 January | not by then   | untold: 80 days are missing |
 * | 7    | 11 January | 1 February | 12 January | 12 January    | converted, as it was told   |
 * | 8    | 12 January | 1 August   | 31 July    | not           | not converted, as was told  |
 *
 * 4 of 7, and one of the eight may have gone either way.
 */
describe('a lead that is gone, or no longer shown to the user', () => {
  const removedAt = '2026-02-01T00:00:00.000Z';
  const gone = [
    lead('6', '2026-01-10', { removedAt, toldAt: '2026-01-20T08:00:00.000Z' }),
    lead('7', '2026-01-11', {
      removedAt,
      toldAt: '2026-01-12T08:00:00.000Z',
      convertedOn: '2026-01-12',
      source: 'Referral',
    }),
    lead('8', '2026-01-12', { removedAt: '2026-08-01T00:00:00.000Z' }),
  ];

  it('stays what it was told to be, and is untold where that was nothing yet: it keeps no month open', () => {
    const report = reportOf({
      leads: [...january, ...gone],
      deals: [deal('7', { createdOn: '2026-01-12' })],
    });
    expect(report).toMatchObject({ leads: 8, untold: 1 });
    expect(report.months[0]).toMatchObject({
      leads: 8,
      converted: 4,
      maturing: false,
      conversion: { n: 7, raw: 4 / 7 },
    });
    expect(report.sources[0]).toMatchObject({ of: 'seeds', leads: 3, deals: 1 });
  });

  it('is untold as well where it was told on the last day but one, and not on the last', () => {
    // The 90 days of 10 January end on 10 April.
    const untold = (toldAt: string) =>
      reportOf({ leads: [...january, lead('6', '2026-01-10', { removedAt, toldAt })] }).untold;
    expect([untold('2026-04-09T08:00:00.000Z'), untold('2026-04-10T08:00:00.000Z')]).toEqual([1, 0]);
  });

  it('moves no share towards 0: ten of twenty became deals of somebody who hides them', () => {
    const leads = Array.from({ length: 20 }, (_, nth) =>
      lead(`h${nth}`, '2026-01-05', nth < 10 ? { removedAt, toldAt: '2026-01-31T08:00:00.000Z' } : {}),
    );
    const report = reportOf({ leads });
    expect(report).toMatchObject({ untold: 10, period: { leads: 20, conversion: { n: 10, raw: 0 } } });
    // Of Beta(1, 11) nine tenths are below 1 - 0.1^(1/11); half of what is above that may be converted.
    const [low, high] = endsOf(report.period.conversion);
    expect(low).toBeCloseTo((1 - 0.9 ** (1 / 11)) / 2, 9);
    expect(high).toBeCloseTo(1 - 0.1 ** (1 / 11) / 2, 9);
    expect(high).toBeGreaterThan(0.5);
  });
});

it('the report of one book and period is made once, whatever else is asked', () => {
  const making = leadsInMaking('2026-07-31');
  january.forEach((one) => making.addLead(one));
  const book = making.result();
  const asked = { period: firstQuarter, lastDay: '2026-03-31' };
  expect(leadReport(book, { ...asked })).toBe(leadReport(book, asked));
  expect(leadReport(book, { ...asked, lastDay: '2026-02-28' }).months).toHaveLength(2);
  expect(leadReport(making.result(), asked)).not.toBe(leadReport(book, asked));
});

it('deals without a day of creation are in no period, and said to be', () => {
  const { dealsWithoutDay, sources } = reportOf({ deals: [deal('40', { outcome: 'won' })] });
  expect([dealsWithoutDay, sources]).toEqual([1, []]);
});

describe('where every known lead became a deal', () => {
  // Five of one source, all of them within 90 days; January's website has one of three, of which one did not at all.
  const only = Array.from({ length: 5 }, (_, nth) =>
    lead(`f${nth}`, '2026-02-05', { source: 'Referral', channel: 'Fair', convertedOn: '2026-02-10' }),
  );
  const report = reportOf({ leads: [...january, ...only] });

  it('no share of a source, a channel or a month is told, for they may be shown of such alone', () => {
    const untold = { kind: 'only-converted', n: 5 };
    expect(report.sources[0]).toMatchObject({ of: 'seeds', conversion: { ...untold, n: 7 } });
    expect(report.channels.find(({ of }) => of === 'Fair')?.conversion).toEqual(untold);
    expect(report.months[1]).toMatchObject({ leads: 5, converted: 5, conversion: untold });
  });

  it('two stay too few, and the share of those among whom one did not is told', () => {
    expect(reportOf({ leads: only.slice(0, 2) }).period.conversion).toEqual({ kind: 'too-few', n: 2 });
    expect(report.sources[1]?.conversion).toMatchObject({ n: 3, raw: 1 / 3 });
    expect(report.period.conversion).toMatchObject({ n: 10, raw: 0.8 });
  });

  it('one that became a deal too late did so as well, and one that was lost sight of may have', () => {
    const late = lead('l', '2026-02-06', { convertedOn: '2026-06-30' });
    const removedAt = '2026-02-09T00:00:00.000Z';
    const lost = lead('g', '2026-02-06', { removedAt, toldAt: '2026-02-08T08:00:00.000Z' });
    for (const more of [late, lost])
      expect(reportOf({ leads: [...only, more] }).period.conversion).toMatchObject({
        kind: 'only-converted',
      });
  });

  it('one that has not so far, however young, is enough to tell', () => {
    // Thirty days old, and every conversion came within five: it tells as much as an old one.
    const young = lead('y', '2026-07-01');
    const { period } = reportOf({ leads: [...only, young] }, { start: '2026-01-01', end: '2026-08-01' });
    expect(period).toMatchObject({ maturing: true, conversion: { n: 6 } });
  });
});

describe('a lead', () => {
  const one = (more: Partial<Lead>, deals: readonly Deal[] = []) =>
    reportOf({ leads: [...january, lead('9', '2026-01-10', more)], deals }).months[0];

  it('that became a contact alone is no conversion; one of which no deal is shown is', () => {
    expect(one({ convertedOn: '2026-01-12', convertedTo: null })?.converted).toBe(3);
    const { convertedTo: _, ...shown } = lead('9', '2026-01-10', { convertedOn: '2026-01-12' });
    expect(reportOf({ leads: [...january, shown] }).months[0]?.converted).toBe(4);
  });

  it('without a day of conversion became its deal when that was made', () => {
    const undated = { convertedOn: null, convertedTo: 'x|t|9' };
    expect(one(undated, [deal('9', { createdOn: '2026-02-01' })])?.converted).toBe(4);
    const gone = deal('9', { createdOn: '2026-02-01', removedAt: '2026-03-01T00:00:00.000Z' });
    expect(one(undated, [gone])?.converted).toBe(4);
    expect(one(undated)?.conversion).toMatchObject({ n: 5 });
    expect(reportOf({ leads: [lead('9', '2026-01-10', undated)] }).withoutConversionDay).toBe(1);
  });

  it('of which nothing has shown whether it became a deal makes the interval wider, and is said to', () => {
    const { toldAt: _, convertedTo: __, ...bare } = lead('9', '2026-01-10');
    const report = reportOf({ leads: [...january, bare] });
    expect(report).toMatchObject({
      untold: 1,
      months: [{ leads: 6, conversion: { n: 5, raw: 0.6 } }, {}, {}],
    });
    const told = reportOf({ leads: january });
    expect(told.untold).toBe(0);
    // One of six may have gone either way: a sixth of the lower end, and of what is above the upper end.
    const [own, wide] = [told.months[0]?.conversion, report.months[0]?.conversion];
    expect(valueOf(wide)).toBe(valueOf(own));
    expect(endsOf(wide)[0]).toBeCloseTo((endsOf(own)[0] * 5) / 6, 12);
    expect(1 - endsOf(wide)[1]).toBeCloseTo(((1 - endsOf(own)[1]) * 5) / 6, 12);
  });

  it('that was watched for a part of its window moves no others, whatever came', () => {
    // Ten days old when last seen: only those that had become deals by then could be counted.
    const seen = { toldAt: '2026-02-15T08:00:00.000Z', source: 'Referral' };
    const young = Array.from({ length: 10 }, (_, nth) =>
      lead(`y${nth}`, '2026-02-05', { ...seen, convertedOn: '2026-02-10' }),
    );
    const alone = reportOf({ leads: january }).sources[1]?.conversion;
    const beside = reportOf({ leads: [...january, ...young] }).sources.find(({ of }) => of === 'nets');
    expect(beside?.conversion).toEqual(alone);
  });

  it('of several that became one deal, that which says its source is asked', () => {
    const both = [
      lead('7', '2026-01-07', { convertedTo: 'x|t|30', source: 'Referral', channel: 'Phone' }),
      lead('8', '2026-01-08', { convertedTo: 'x|t|30' }),
    ];
    const { sources } = reportOf({ leads: both, deals: [deal('30', { createdOn: '2026-01-09' })] });
    expect(sources).toMatchObject([
      { of: 'seeds', deals: 1 },
      { of: null, deals: 0 },
    ]);
  });

  it('without a day of creation is in no month, and said to be', () => {
    expect(one({ createdOn: null })?.leads).toBe(5);
    expect(reportOf({ leads: [lead('9', '2026-01-10', { createdOn: null })] }).withoutDay).toBe(1);
  });
});

function endsOf(rate: object | undefined): readonly [number, number] {
  return rate !== undefined && 'low' in rate && 'high' in rate
    ? [Number(rate.low), Number(rate.high)]
    : [NaN, NaN];
}

function valueOf(rate: object | undefined): number {
  return rate !== undefined && 'value' in rate ? Number(rate.value) : NaN;
}
