import { click, handle, has, noon, render, submit, text, type } from '../render';
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { parseDealsHash } from '../../../../components/deal/deal-filter';
import { Popup } from '../../../../components/popup/Popup';
import type { ProblemCode } from '../../../../lib/crm/adapter';
import { defaultSettings } from '../../../../lib/deal/settings';
import type { SiteState, SyncState } from '../../../../lib/messages/views';
import type { Glance } from '../../../../lib/pipeline/glance';
import { speak } from '../browser-in-english';
import { aGlance, fakePlatform, type FakeStore } from '../fake-platform';

const host = 'crm.example.com';
const reading: SiteState = {
  kind: 'reading',
  host,
  label: 'Sample CRM',
  overlayOn: true,
  canSync: true,
  tenant: host,
  view: { rendered: 20, statedTotal: 46 },
  problems: [],
  stored: true,
};
const notGranted: SiteState = { kind: 'not-granted', host, origin: `https://${host}/*`, keepOrWipe: false };
const nothing: Glance = { ...aGlance, deals: 0 };
const show = (given: FakeStore) => {
  const platform = fakePlatform({ glance: aGlance, site: reading, ...given });
  return { platform, popup: render(<Popup />, platform) };
};

describe('figures', () => {
  test('carry their exact minor units and currency, and read as money', () => {
    const { popup } = show({});
    for (const [testid, minor, words] of [
      ['won', 41_230_000, '€412K'],
      ['open', 135_480_000, '€1.35M'],
      ['weighted', 58_213_050, '€582K'],
    ] as const) {
      const figure = handle(popup, testid);
      expect(figure.dataset['minor']).toBe(String(minor));
      expect(figure.dataset['currency']).toBe('EUR');
      expect(text(figure)).toBe(words);
    }
  });

  test('say that no won deal was read where none was; where none is in the period, there is none', () => {
    const none = { ...aGlance.won, minor: 0, n: 0 };
    const { popup } = show({ glance: { ...aGlance, won: { ...none, isUnread: true } } });
    expect(text(handle(popup, 'won'))).toBe('–Not known');
    expect(text(popup)).toContain('no won deal has been read yet');
    const plain = show({ glance: { ...aGlance, won: none } }).popup;
    expect(text(handle(plain, 'won'))).toBe('€0');
    expect(text(plain)).toContain('0 deals');
  });

  test('say whose odds weigh them', () => {
    expect(text(show({}).popup)).toContain('Weighted by your CRM’s odds');
  });

  test('are a dash, not zero, where nothing could be added, and no share is made of it', () => {
    const apart = [{ unit: `~kr.\n${host}`, minor: 900, n: 2 }];
    const none = { minor: 0, n: 0, currency: 'USD', withoutAmount: 0, approximate: 0 };
    const { popup } = show({
      glance: {
        ...aGlance,
        won: { ...none, apart },
        weighted: { ...none, apart: [], withoutProbability: 41 },
      },
    });
    for (const testid of ['won', 'weighted']) {
      expect(text(handle(popup, testid))).toBe('–Not known');
      expect(handle(popup, testid).title).toBe('Not known');
    }
    expect(text(popup)).not.toContain('0%');
    const { popup: empty } = show({ glance: { ...aGlance, won: { ...none, apart: [] } } });
    expect(text(handle(empty, 'won'))).toBe('$0');
  });

  test('open exactly their deals', async () => {
    const { popup, platform } = show({});
    for (const testid of ['won', 'open', 'weighted']) await click(handle(popup, testid));
    expect(platform.calls.map(({ args }) => args[0])).toEqual([
      '#/deals?outcome=won&from=2026-04-01&to=2026-07-01&counted=sum',
      '#/deals?outcome=open&counted=sum',
      '#/deals?outcome=open&counted=weighted',
    ]);
  });

  test('stand against a target only where one is set', () => {
    expect(has(show({}).popup, 'target')).toBe(false);
    const { popup } = show({ glance: { ...aGlance, targetMinor: 96_000_000 } });
    expect(text(handle(popup, 'target'))).toBe('€960K');
    expect(text(popup)).toContain('43% won');
  });

  test('follow the store', () => {
    const { popup, platform } = show({});
    act(() => platform.glance.set({ ...aGlance, won: { ...aGlance.won, minor: 50_000_000 } }));
    expect(handle(popup, 'won').dataset['minor']).toBe('50000000');
  });

  test('never add another currency without a rate, and say how to cure it', () => {
    const apart = [{ unit: 'USD', minor: 4_200_000, n: 3 }];
    const { popup } = show({ glance: { ...aGlance, open: { ...aGlance.open, apart } } });
    expect(handle(popup, 'open').dataset['minor']).toBe('135480000');
    const line = handle(popup, 'apart');
    expect([line.dataset['minor'], line.dataset['currency'], text(line)]).toEqual([
      '4200000',
      'USD',
      '$42K apart, no rate, 3 open deals',
    ]);
    expect(text(popup)).toContain('Add a rate in Settings');
  });

  describe('that only a sign tells', () => {
    const [ofA, ofB] = ['~$\na.example.com', '~$\nb.example.com'];
    const lines = (won: readonly string[], open: readonly string[]) => {
      const apart = (units: readonly string[]) => units.map((unit) => ({ unit, minor: 4_200_000, n: 3 }));
      const glance = {
        ...aGlance,
        won: { ...aGlance.won, apart: apart(won) },
        open: { ...aGlance.open, apart: apart(open) },
      };
      const { popup, platform } = show({ glance });
      return { platform, all: [...popup.querySelectorAll<HTMLElement>('[data-testid="apart"]')] };
    };

    test('name their CRM where another shows the same sign, in the same sum or the other, and open its deals alone', async () => {
      const { all, platform } = lines([ofB], [ofA, ofB, '~kr.\nc.example.com']);
      expect(all.map(text)).toEqual([
        '$ 42,000 (b.example.com) apart, no rate, 3 won deals',
        '$ 42,000 (a.example.com) apart, no rate, 3 open deals',
        '$ 42,000 (b.example.com) apart, no rate, 3 open deals',
        'kr. 42,000 apart, no rate, 3 open deals',
      ]);
      await click(all[2]!.querySelector('a')!);
      expect(parseDealsHash(String(platform.calls.at(-1)?.args[0]))).toEqual({
        outcome: 'open',
        counted: 'apart',
        currency: ofB,
      });
    });

    test('name no CRM where there is but one, nor beside a code', () => {
      expect(lines([ofA], ['USD', ofA, '~\na.example.com']).all.map(text)).toEqual([
        '$ 42,000 apart, no rate, 3 won deals',
        '$42K apart, no rate, 3 open deals',
        '$ 42,000 apart, no rate, 3 open deals',
        '42,000 apart, no rate, 3 open deals',
      ]);
    });

    test('name it in Danish too, and where no sign was shown', () => {
      speak('da');
      try {
        expect(lines([], [ofA, ofB, '~\na.example.com', '~\nb.example.com']).all.map(text)).toEqual([
          '$ 42,000 (a.example.com) for sig, ingen kurs, 3 åbne deals',
          '$ 42,000 (b.example.com) for sig, ingen kurs, 3 åbne deals',
          '42,000 (a.example.com) for sig, ingen kurs, 3 åbne deals',
          '42,000 (b.example.com) for sig, ingen kurs, 3 åbne deals',
        ]);
      } finally {
        speak('en');
      }
    });

    test('are shown, of any CRM, in figures that were left before CRMs were told', () => {
      const { all } = lines([], ['$', '?']);
      expect(all.map(text)).toEqual([
        '$ 42,000 apart, no rate, 3 open deals',
        '42,000 apart, no rate, 3 open deals',
      ]);
    });
  });

  test('flag won deals that are dated after today, and lead to them', () => {
    const words = '2 won deals dated after today are counted as won';
    expect(text(show({}).popup)).not.toContain('dated after today');
    const { popup } = show({ glance: { ...aGlance, wonAhead: 2 } });
    const link = [...popup.querySelectorAll('a')].find((one) => text(one) === words);
    expect(link?.href).toContain('outcome=won&from=2026-05-20&to=2026-07-01');
  });

  test('list the largest deals with their keys', () => {
    const deal = {
      key: 'sample|crm.example.com|7',
      name: 'Snegl Logistics',
      account: undefined,
      url: undefined,
      host,
      outcome: 'open',
      stage: 'Proposal',
      closeOn: '2026-06-19',
      owner: undefined,
      amountMinor: 5_800_000,
      amountExact: false,
      currency: 'EUR',
      currencySymbol: undefined,
      crmProbability: undefined,
      seenAt: noon,
    } as const;
    const { popup } = show({ glance: { ...aGlance, topDeals: [deal] } });
    const row = handle(popup, 'top-deals').querySelector('[data-deal]');
    expect(row?.getAttribute('data-deal')).toBe(deal.key);
    expect(text(row!)).toBe('– Snegl Logistics Proposal · Jun 19 ≈€58K');
  });
});

describe('how much was read', () => {
  const completeness = (given: Partial<Glance['completeness']>) =>
    show({ glance: { ...aGlance, completeness: { ...aGlance.completeness, ...given } } }).popup;

  test('is always said', () => {
    expect(text(handle(completeness({}), 'completeness'))).toBe(
      '41 of 46 open deals read, oldest read 3 d ago',
    );
  });

  test('says so where the total is not known', () => {
    const line = handle(completeness({ openTotal: undefined }), 'completeness');
    expect(text(line)).toBe('41 open deals read, total unknown, oldest read 3 d ago');
  });

  test('does not believe a total smaller than what was read', () => {
    const popup = completeness({ openTotal: 3 });
    expect(text(handle(popup, 'completeness'))).toBe(
      '41 open deals read, total unknown, oldest read 3 d ago',
    );
    expect(has(popup, 'partial')).toBe(false);
  });

  test('warns of unread deals, and of reads older than a week', () => {
    expect(text(handle(completeness({}), 'partial'))).toContain('5 open deals are not read yet');
    expect(has(completeness({}), 'stale')).toBe(false);
    const old = completeness({ oldestSeenAt: '2026-05-11T12:00:00.000Z' });
    expect(text(handle(old, 'stale'))).toContain('8 d ago');
  });

  test('is not claimed to be nothing while the store is not open yet, or cannot be', () => {
    const platform = fakePlatform({});
    expect(text(handle(render(<Popup />, platform), 'completeness'))).toBe('');
    const failed = fakePlatform({ error: { kind: 'unreadable', detail: '' } });
    expect(text(handle(render(<Popup />, failed), 'completeness'))).toBe(
      'Not known while the store is closed',
    );
  });

  test('says of one value that it was not understood, not of its row', () => {
    const problem = { row: 'A', at: noon, host, view: 'list', url: `https://${host}/` };
    const { popup } = show({
      problems: [
        { ...problem, code: 'value-unreadable', field: 'crmProbability', text: '80' },
        { ...problem, code: 'row-unreadable' },
      ],
    });
    const lines = [...popup.querySelectorAll('[data-code]')].map(text);
    expect(lines[0]).toContain('value not understood (Odds in the CRM)');
    expect(lines[1]).toContain('row not understood');
  });

  test('lists what could not be read: row, field, text and page', () => {
    const { popup } = show({
      problems: [
        {
          code: 'amount-ambiguous',
          row: 'row 7',
          field: 'amount',
          text: '1.234',
          at: noon,
          host,
          view: '/deals',
          url: `https://${host}/deals`,
        },
      ],
    });
    expect(text(handle(popup, 'problems'))).toContain('row 7 amount could mean two numbers (Amount) 1.234');
    expect(handle(popup, 'problems').querySelector('a')?.href).toBe(`https://${host}/deals`);
  });
});

describe('what the store refused', () => {
  const refused = (code: ProblemCode) => ({
    code,
    row: 'D-17',
    field: 'amount' as const,
    text: '10.123 EUR',
    at: noon,
    host,
    view: '/deals',
    url: `https://${host}/deals`,
  });

  test('stands among the problems, with what became of it', () => {
    const { popup } = show({ problems: [refused('row-refused'), refused('amount-inexact')] });
    expect(text(handle(popup, 'problems'))).toContain(
      'D-17 not stored, what was read before stays: a value has a form that Stafet does not know (Amount) 10.123 EUR',
    );
    expect(text(handle(popup, 'problems'))).toContain(
      'finer than the currency allows, or too large (Amount) 10.123 EUR',
    );
  });

  test('is said in Danish as well', () => {
    speak('da');
    try {
      const platform = fakePlatform({
        glance: aGlance,
        site: { ...reading, problems: [{ code: 'reading-refused', row: 'D-17' }] },
        problems: [refused('row-refused')],
      });
      const popup = render(<Popup />, platform, 'da');
      expect(text(handle(popup, 'problems'))).toContain(
        'ikke gemt, det tidligere læste bliver stående: en værdi har en form, Stafet ikke kender',
      );
      expect(text(popup)).toContain('Ikke alt er gemt som vist.');
      expect(text(handle(popup, 'reading-refused'))).toBe(
        'Stafet afviste det, den læste på denne side. Genindlæs siden.',
      );
    } finally {
      speak('en');
    }
  });

  test('is never called stored', () => {
    const problems = [{ code: 'row-refused', row: 'D-17' }] as const;
    const { popup } = show({ site: { ...reading, problems } });
    expect(text(popup)).toContain('Not all stored as shown.');
    expect(text(popup)).not.toContain('All stored.');
    expect(has(popup, 'reading-refused')).toBe(false);
    expect(text(show({}).popup)).toContain('All stored.');
  });

  test('is a sentence with a cure where it was all that was read of the page', () => {
    const problems = [{ code: 'reading-refused', row: 'D-17' }] as const;
    const { popup } = show({ site: { ...reading, problems } });
    expect(text(handle(popup, 'reading-refused'))).toBe(
      'Stafet refused what it read of this page. Load the page again.',
    );
  });

  test('is seen although not one deal is stored', () => {
    const { popup } = show({ glance: nothing, problems: [refused('row-refused')] });
    expect(text(handle(popup, 'problems'))).toContain('D-17');
  });
});

describe('states', () => {
  test('first run offers the site, and asks for it within the click', async () => {
    const { popup, platform } = show({ glance: nothing, site: notGranted });
    expect(text(popup)).toContain('Nothing leaves this computer');
    expect(text(handle(popup, 'completeness'))).toBe('No deals read yet');
    await click(handle(popup, 'grant'));
    expect(platform.calls).toEqual([{ name: 'requestAccess', args: [`https://${host}/*`] }]);
    expect(has(popup, 'denied')).toBe(false);
  });

  test('a refusal is explained', async () => {
    const { popup } = show({ glance: nothing, site: notGranted, answers: { requestAccess: false } });
    await click(handle(popup, 'grant'));
    expect(text(handle(popup, 'denied'))).toContain('No access was given');
  });

  test('a page without a site says where to go', () => {
    expect(text(show({ glance: nothing, site: { kind: 'no-page' } }).popup)).toContain(
      'Open your CRM in a tab',
    );
  });

  test('granted, but no deals on this page', () => {
    const { popup } = show({ site: { kind: 'no-deals', host, overlayOn: false } });
    expect(text(popup)).toContain('No deals on this page');
    expect(text(handle(popup, 'site-off'))).toBe('Show on this site');
  });

  test('granted, and a deal whose layout is not known', () => {
    const unknown = { kind: 'record', report: 'Stafet 0.1.0' } as const;
    const site = { kind: 'no-deals', host, overlayOn: true, unknown } as const;
    expect(text(show({ site }).popup)).toContain('looks like a deal, but Stafet does not know its layout');
    const { popup } = show({ glance: nothing, site });
    expect(text(popup)).toContain(`This page of ${host} looks like a deal`);
    expect(text(popup)).not.toContain('No deals on this page');
  });

  test('granted, and a list whose layout is not known: it says so, and gives a report to copy', async () => {
    const unknown = { kind: 'list', report: 'Stafet 0.1.0\nLayout not recognised: zoho, list' } as const;
    const site = { kind: 'no-deals', host, overlayOn: true, unknown } as const;
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (words) => void copied.push(words));
    const { popup } = show({ site });
    expect(text(popup)).toContain('The layout of this page is not recognised');
    expect(text(popup)).not.toContain('looks like a deal');
    await click(handle(popup, 'copy-report'));
    expect(copied).toEqual([unknown.report]);
    expect(text(popup)).toContain('Copied.');
    expect(text(show({ glance: nothing, site }).popup)).toContain(`this page of ${host} is not recognised`);
  });

  test('the overlay goes off with one click, and the site is given back with another', async () => {
    const { popup, platform } = show({});
    await click(handle(popup, 'site-off'));
    await click(handle(popup, 'site-revoke'));
    expect(platform.calls).toEqual([
      { name: 'setOverlay', args: [host, false] },
      { name: 'revokeSite', args: [host] },
    ]);
  });

  test('a revoked site asks whether its deals stay', async () => {
    const { popup, platform } = show({ site: { ...notGranted, keepOrWipe: true } });
    await click(handle(popup, 'wipe'));
    expect(platform.calls).toEqual([{ name: 'settleSite', args: [host, true] }]);
  });

  test.each([
    ['unreadable', 'Your stored deals cannot be opened'],
    ['disk-full', 'The disk is full'],
    ['newer-version', 'stored by a newer Stafet'],
  ] as const)('a store that is %s says what to do', (kind, words) => {
    const { popup } = show({ error: { kind, detail: '' } });
    const error = handle(popup, 'error');
    expect(text(error)).toContain(words);
    expect(error.getAttribute('role')).toBe('alert');
  });
});

describe('reading the whole pipeline', () => {
  const sync = (given: Partial<SyncState>): readonly SyncState[] => [
    {
      tenant: host,
      host,
      label: 'Sample CRM',
      status: 'running',
      phase: 'deals',
      deals: { done: 1200, total: 2000 },
      history: { done: 120, total: 300 },
      startedAt: noon,
      progressAt: noon,
      ...given,
    },
  ];

  test('is offered where the CRM has a way, and nowhere else', async () => {
    const { popup, platform } = show({});
    expect(text(handle(popup, 'sync'))).toBe('Read all');
    await click(handle(popup, 'sync'));
    expect(platform.calls).toEqual([{ name: 'startSync', args: [undefined] }]);
    expect(has(show({ site: { ...reading, canSync: false } }).popup, 'sync')).toBe(false);
  });

  test('says first what it needs where the interface lies on another host, and asks for nothing before', async () => {
    const otherHost = 'https://acme.my.example.com';
    const { popup, platform } = show({ site: { ...reading, otherHost } });
    await click(handle(popup, 'sync'));
    expect(platform.calls).toEqual([]);
    expect(text(popup)).toContain('acme.my.example.com');
    await click(handle(popup, 'sync-allow'));
    expect(platform.calls).toEqual([{ name: 'startSync', args: [otherHost] }]);
  });

  test('that was refused before it began says so, whatever became of an earlier one', async () => {
    const { popup } = show({
      syncs: [...sync({ status: 'done' }), ...sync({ tenant: host, status: 'stopped', stop: 'not-begun' })],
    });
    expect(text(handle(popup, 'sync-stopped'))).toBe(
      'Stafet could not begin to read the whole pipeline. Reload the page in your CRM, then try again.',
    );
    expect(text(handle(popup, 'sync'))).toBe('Try again');
  });

  test('shows its progress and can be stopped', async () => {
    const { popup, platform } = show({ syncs: sync({}) });
    expect(text(handle(popup, 'sync-progress'))).toBe('1,200 of 2,000 deals read');
    expect(has(popup, 'sync')).toBe(false);
    await click(handle(popup, 'sync-cancel'));
    expect(platform.calls).toEqual([{ name: 'cancelSync', args: [host] }]);
    expect(text(handle(show({ syncs: sync({ phase: 'history' }) }).popup, 'sync-progress'))).toContain(
      'History of 120 of 300',
    );
  });

  test.each([
    'signed-out',
    'forbidden',
    'busy',
    'offline',
    'layout-unknown',
    'refused',
    'cancelled',
    'interrupted',
  ] as const)('says why it stopped (%s), what is kept, and goes on', (stop) => {
    const { popup } = show({ syncs: sync({ status: 'stopped', stop }) });
    const strip = handle(popup, 'sync-stopped');
    expect(strip.dataset['reason']).toBe(stop);
    expect(text(strip)).toMatch(/\w.*\. 1,200 of 2,000 deals are read and stay\.$/);
    expect(text(handle(popup, 'sync'))).toBe('Go on');
  });

  test('begins again, and does not go on, as another user', () => {
    const { popup } = show({ syncs: sync({ status: 'stopped', stop: 'access-changed' }) });
    expect(text(handle(popup, 'sync-stopped'))).toContain('another user, or in another company');
    expect(text(handle(popup, 'sync'))).toBe('Read again');
  });

  test('counts what it could not read or store, while it runs and ever after', () => {
    const words = (given: Partial<SyncState>) =>
      text(handle(show({ syncs: sync({ problemCount: 3, ...given }) }).popup, 'sync-problems'));
    const sentence = '3 places could not be read or stored.';
    expect(words({})).toBe(sentence);
    expect(words({ status: 'stopped', stop: 'busy' })).toBe(sentence);
    expect(words({ status: 'done' })).toBe(sentence);
    expect(text(handle(show({ syncs: sync({ status: 'done', problemCount: 1 }) }).popup, 'sync-done'))).toBe(
      'The whole pipeline is read. 1 place could not be read or stored.',
    );
    expect(has(show({ syncs: sync({ status: 'done' }) }).popup, 'sync-done')).toBe(false);
    expect(has(show({ syncs: sync({}) }).popup, 'sync-problems')).toBe(false);
  });

  test('can be done again', () => {
    expect(text(handle(show({ syncs: sync({ status: 'done' }) }).popup, 'sync'))).toBe('Read again');
  });
});

test('speaks Danish', () => {
  speak('da');
  try {
    const popup = render(<Popup />, fakePlatform({ glance: aGlance, site: reading }), 'da');
    expect(text(handle(popup, 'won'))).toBe('412 t €');
    expect(text(popup)).toContain('Vægtet efter dit CRM');
    expect(text(handle(popup, 'completeness'))).toBe('41 af 46 åbne deals læst, ældste for 3 d siden');
  } finally {
    speak('en');
  }
});

describe('target and scope', () => {
  const glance = (given: Partial<Glance>): Glance => ({ ...aGlance, ...given });
  const enter = async (popup: HTMLElement, amount: string) => {
    await act(() => vi.dynamicImportSettled());
    await type(handle(popup, 'target-entry'), amount);
    await submit(handle(popup, 'target-entry').closest('form')!);
    await act(() => vi.dynamicImportSettled());
  };

  test('without a target there is the field for it, and it is kept for the period and the scope', async () => {
    const { popup, platform } = show({ glance: glance({ scope: 'team:North' }) });
    expect(text(handle(popup, 'no-target'))).toContain('Set the Q2 2026 target of North');
    expect(has(popup, 'gap')).toBe(false);
    await enter(popup, '960,000');
    expect(platform.targets.get()).toEqual([
      {
        scope: 'team:North',
        period: '2026-04-01/2026-07-01',
        from: '2026-05-19',
        amountMinor: 96_000_000,
        currency: 'EUR',
      },
    ]);
  });

  test('what is no clear amount is refused in a sentence, and nothing is sent', async () => {
    const { popup, platform } = show({});
    for (const [amount, words] of [
      ['960.000', 'can be read as two numbers'],
      ['soon', 'not read as an amount'],
      ['', 'above zero'],
      ['$5', 'which currency'],
    ] as const) {
      await enter(popup, amount);
      expect(text(handle(popup, 'no-target'))).toContain(words);
    }
    expect(platform.calls).toEqual([]);
  });

  test('with one, the gap and how often the open pipeline covers it', async () => {
    const { popup } = show({ glance: glance({ targetMinor: 96_000_000 }) });
    expect(text(handle(popup, 'target'))).toBe('€960K');
    expect(handle(popup, 'gap').dataset['minor']).toBe(String(96_000_000 - 41_230_000));
    expect(text(handle(popup, 'gap'))).toBe('€548K still to win');
    expect(text(handle(popup, 'coverage'))).toContain('2.5×');
    expect(has(popup, 'target-entry')).toBe(false);
    await click(handle(popup, 'target-change'));
    await act(() => vi.dynamicImportSettled());
    expect(has(popup, 'target-entry')).toBe(true);
  });

  test('a reached target has no coverage', () => {
    const { popup } = show({ glance: glance({ targetMinor: 41_000_000 }) });
    expect(text(handle(popup, 'gap'))).toBe('reached, €2.3K over');
    expect(has(popup, 'coverage')).toBe(false);
  });

  test('the scope is chosen among everyone, teams and me, and kept', async () => {
    const { popup, platform } = show({
      settings: { ...defaultSettings, me: 'Maja Lind', teams: [{ name: 'North', members: [] }] },
    });
    const options = [...handle(popup, 'scope').querySelectorAll('option')].map(text);
    expect(options).toEqual(['Everyone', 'North', 'Me, Maja Lind']);
    await type(handle(popup, 'scope'), 'person:Maja Lind');
    expect(platform.settings.get()?.scope).toBe('person:Maja Lind');
  });

  test('who one is, and a team, lead to where they are said', async () => {
    const { popup, platform } = show({});
    await type(handle(popup, 'scope'), 'me?');
    await type(handle(popup, 'scope'), 'teams?');
    expect(platform.calls).toEqual([
      { name: 'openDashboard', args: ['#/settings?at=me'] },
      { name: 'openDashboard', args: ['#/settings?at=teams'] },
    ]);
  });

  test('figures of a scope open exactly its deals', async () => {
    const { popup, platform } = show({ glance: glance({ scope: 'person:Maja Lind' }) });
    await click(handle(popup, 'open'));
    expect(platform.calls[0]?.args).toEqual(['#/deals?scope=person%3AMaja+Lind&outcome=open&counted=sum']);
  });
});
