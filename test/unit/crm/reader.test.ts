import { describe, expect, it } from 'vitest';
import type { Adapter, Page, ReadProblem, ReadResult } from '../../../lib/crm/adapter';
import type { DealRead, DealValues } from '../../../lib/deal/deal';
import { atOnce } from '../../../lib/crm/dom/in-slices';
import { createReader, type Delivered, type Delivery } from '../../../lib/crm/reader';
import { readBatches } from '../../../lib/messages/read-batches';

const page = { url: new URL('https://crm.example.com/deals'), now: '2026-03-02T10:00:00.000Z' } as Page;

const adapter: Adapter = {
  crm: 'example',
  label: 'Example',
  matches: () => true,
  tenant: () => ({ tenant: 'crm.example.com', host: 'crm.example.com' }),
  pageKind: () => 'list',
  *read({ now }) {
    yield;
    return {
      kind: 'read',
      view: { kind: 'list', name: 'deals' },
      deals: [{ read: { id: '7', values: { stage: 'lead' }, at: now } }],
      problems: [],
      rendered: 1,
    };
  },
  observe: () => document.body,
  canSync: false,
};

/** A page that stays as it is, and time for all work at once. */
const quiet = { changes: () => 0, onChange: () => {}, work: atOnce, ended: new AbortController().signal };

/** The one message that a look at the page sends. */
function messageOf(change: Partial<Adapter>) {
  const sent: Delivery[] = [];
  const reader = createReader({
    adapterFor: () => ({ ...adapter, ...change }),
    page: () => page,
    deliver: async (delivery) => {
      sent.push(delivery);
      return { bound: {}, refused: [] };
    },
    ...quiet,
  });
  reader.look();
  return sent.flatMap((delivery) => readBatches(delivery, 'b'));
}

describe('the reader', () => {
  it('says as whom the page was seen, where its adapter can tell', () => {
    expect(messageOf({ seenAs: () => 'ida' })).toMatchObject([{ seenAs: 'ida', reads: [{ id: '7' }] }]);
  });

  it('says nothing of it where the adapter cannot', () => {
    for (const change of [{}, { seenAs: () => undefined }]) {
      expect(messageOf(change)).toHaveLength(1);
      expect(messageOf(change)[0]).not.toHaveProperty('seenAs');
    }
  });
});

describe('the reader of a list that goes on by its texts alone', () => {
  const view = { kind: 'list', name: 'deals' } as const;
  const deals = [{ read: { id: '7', values: { stage: 'lead' }, at: page.now } }];
  const settled: ReadResult = { kind: 'read', view, deals, problems: [], rendered: 1 };

  it.each<[string, ReadResult, { isRestless?: boolean }]>([
    [
      'moved under the look',
      { kind: 'read', view, deals: [], problems: [], rendered: 0, isPatchy: true },
      { isRestless: true },
    ],
    ['were not there yet', { kind: 'not-ready' }, {}],
  ])('looks again where its rows %s, though nothing comes or goes any more', (_, first, how) => {
    let now = first;
    const sent: Delivery[] = [];
    const reader = createReader({
      adapterFor: () => ({
        ...adapter,
        *read() {
          yield;
          return now;
        },
      }),
      page: () => page,
      deliver: async (delivery) => {
        sent.push(delivery);
        return { bound: {}, refused: [] };
      },
      ...quiet,
    });
    reader.look(how);
    now = settled;
    reader.check(200);
    expect(sent.flatMap(({ reads }) => reads.map(({ id }) => id))).toEqual(['7']);
  });
});

describe('the reader of a page, of which the store refuses a row', () => {
  const problem: ReadProblem = { code: 'row-refused', row: 'D-7', field: 'stage', text: 'x' };
  const refusing: Delivered = { bound: {}, refused: [{ index: 1, problem }] };
  const row = (id: string, values: DealValues = {}): DealRead => ({ id, values, at: page.now });

  /** A page whose rows and address the test sets, and a store that answers when it is told to. */
  function aPage() {
    const sent: Delivery[] = [];
    const answers: ((delivered: Delivered) => void)[] = [];
    let rows: DealRead[] = [];
    let now = page;
    let minutes = 0;
    const ownProblems: ReadProblem[] = [{ code: 'amount-unreadable', row: 'D-3' }];
    const reader = createReader({
      adapterFor: () => ({
        ...adapter,
        *read() {
          yield;
          return {
            kind: 'read',
            view: { kind: 'list', name: 'deals' },
            deals: rows.map((read) => ({ read })),
            problems: ownProblems,
            rendered: rows.length,
          };
        },
      }),
      page: () => now,
      deliver: (delivery) => {
        sent.push(delivery);
        return new Promise((resolve) => answers.push(resolve));
      },
      ...quiet,
    });
    return {
      sent,
      state: reader.channel.current,
      problems: () => reader.channel.current().problems.map(({ code }) => code),
      look(...shown: DealRead[]) {
        rows = shown;
        reader.look();
      },
      go(path: string) {
        minutes += 1;
        now = { ...page, url: new URL(path, page.url), now: `2026-03-02T10:0${minutes}:00.000Z` };
      },
      async answer(delivered: Delivered = { bound: {}, refused: [] }) {
        answers.shift()?.(delivered);
        await Promise.resolve();
        await Promise.resolve();
      },
    };
  }

  it('shows it among the problems once the store has answered', async () => {
    const one = aPage();
    one.look(row('1'), row('7'));
    expect(one.state()).toMatchObject({ stored: false });
    expect(one.problems()).toEqual(['amount-unreadable']);
    await one.answer(refusing);
    expect(one.state()).toMatchObject({ stored: true, problems: [problem, { code: 'amount-unreadable' }] });
  });

  it('sends it no second time, and keeps the problem while the row stays as it is', async () => {
    const one = aPage();
    one.look(row('1'), row('7'));
    await one.answer(refusing);
    for (let n = 0; n < 5; n += 1) one.look(row('1'), row('7'));
    expect(one.sent).toHaveLength(1);
    one.look(row('1', { stage: 'won' }), row('7'));
    await one.answer();
    expect(one.sent[1]?.reads.map(({ id }) => id)).toEqual(['1']);
    expect(one.problems()).toEqual(['row-refused', 'amount-unreadable']);
    // What the page itself could not read is all that the page tells the store: the store knows what it refused.
    expect(one.sent[1]?.result.problems).toEqual([{ code: 'amount-unreadable', row: 'D-3' }]);
  });

  it('drops the problem once the row has changed and was taken', async () => {
    const one = aPage();
    one.look(row('1'), row('7'));
    await one.answer(refusing);
    one.look(row('1'), row('7', { stage: 'won' }));
    await one.answer();
    expect(one.problems()).toEqual(['amount-unreadable']);
  });

  it('shows it for its own view alone, even where the answer comes late', async () => {
    const one = aPage();
    one.look(row('1'), row('7'));
    one.go('/other');
    one.look(row('1'), row('7'));
    await one.answer(refusing);
    expect(one.problems()).toEqual(['amount-unreadable']);
    await one.answer(refusing);
    expect(one.problems()).toEqual(['row-refused', 'amount-unreadable']);
  });
});

describe('a part of an adapter that comes only where a page needs it', () => {
  const survey = { places: new Map(), survey: {} } as never;
  const late = {
    ...adapter,
    *survey() {
      yield;
      return survey;
    },
  };

  function reading(early: Adapter) {
    let now = early;
    const asked: string[] = [];
    const sent: Delivery[] = [];
    const reader = createReader({
      adapterFor: () => now,
      page: () => page,
      async bring(part) {
        asked.push(part);
        now = late;
        reader.look();
      },
      deliver: async (delivery) => {
        sent.push(delivery);
        return { bound: {}, refused: [] };
      },
      ...quiet,
    });
    return { reader, asked, sent };
  }

  it('is asked for by a look that is not ready without it, and the next look reads', async () => {
    const { reader, asked, sent } = reading({
      ...adapter,
      *read() {
        yield;
        return { kind: 'not-ready', needs: 'boxes' };
      },
    });
    reader.look();
    await Promise.resolve();
    expect(asked).toEqual(['boxes']);
    expect(sent).toHaveLength(1);
  });

  it('is asked for and awaited before the page is surveyed', async () => {
    const { reader, asked } = reading({ ...adapter, lacks: 'boxes' });
    expect(await reader.channel.survey()).toBe(survey);
    expect(asked).toEqual(['boxes']);
  });
});

describe('a page that is not ready', () => {
  const reading: ReadResult = {
    kind: 'read',
    view: { kind: 'list', name: 'deals' },
    deals: [{ read: { id: '7', values: { stage: 'lead' }, at: page.now }, anchor: document.body }],
    problems: [],
    rendered: 1,
  };

  function moving(first: ReadResult) {
    let now = first;
    let href = page.url.href;
    const reader = createReader({
      adapterFor: () => ({
        ...adapter,
        *read() {
          yield;
          return now;
        },
      }),
      page: () => ({ ...page, url: new URL(href) }),
      deliver: async () => ({ bound: {}, refused: [] }),
      ...quiet,
    });
    reader.look();
    return (path: string, next: ReadResult) => {
      now = next;
      href = new URL(path, page.url).href;
      reader.look();
      const { view, anchors, unknown } = reader.channel.current();
      return { view: view?.name, rows: anchors.length, unknown: unknown?.kind };
    };
  }

  it('at another address does not go by what was read at the one before', () => {
    const none = { view: undefined, rows: 0, unknown: undefined };
    const lacking: ReadResult = { kind: 'not-ready', needs: 'boxes' };
    for (const next of [lacking, { kind: 'not-ready' }] satisfies ReadResult[]) {
      const to = moving(reading);
      expect(to('/deals/board', next)).toEqual(none);
      expect(to('/deals', reading)).toMatchObject({ view: 'deals', rows: 1 });
    }
    expect(moving({ kind: 'not-deals', unknown: { kind: 'list' } })('/deals/board', lacking)).toEqual(none);
  });

  it('at the same address still shows what was read there', () => {
    expect(moving(reading)('/deals', { kind: 'not-ready' })).toMatchObject({ view: 'deals', rows: 1 });
  });
});
