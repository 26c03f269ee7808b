// The sample CRM's own scripts draw the pages; what is read is compared with the data behind them.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import { answer } from '../../../demo/api';
import { generate } from '../../../demo/generate';
import { PEOPLE } from '../../../demo/people';
import { createStore } from '../../../demo/store';
import type { Deal } from '../../../demo/types';

const today = '2026-03-16';
const { deals, changes } = generate({ seed: 7, today });
const store = createStore(deals, [...changes]);
const origin = 'http://127.0.0.1:4173';

interface Drawn {
  readonly route: unknown;
  readonly main: HTMLElement;
  readonly people: unknown;
  readonly stages: unknown;
  readonly isCurrent: () => boolean;
}

/** Draws one address of the sample CRM and gives the page as an adapter sees it. */
async function open(path: string): Promise<Page> {
  const url = new URL(path, origin);
  // Plain scripts of the sample CRM, without types of their own.
  const script = async (name: string): Promise<unknown> => await import(`../../../demo/public/${name}.js`);
  const { routeOf } = (await script('route')) as { routeOf: (url: URL) => { id?: string; lang: string } };
  const { renderList } = (await script('list')) as { renderList: (page: Drawn) => Promise<void> };
  const { renderRecord } = (await script('record')) as {
    renderRecord: (page: Drawn, id: string) => Promise<void>;
  };
  const route = routeOf(url);
  document.documentElement.lang = route.lang;
  document.body.innerHTML =
    '<header><nav aria-label="Main menu"><a href="/deals" aria-current="page">Deals</a></nav><a aria-current="true" lang="en" href="/deals">English</a></header><main id="main"></main>';
  const main = document.querySelector('main');
  if (main === null) throw new Error('no main');
  const stages = (
    answer(store, { method: 'GET', url: new URL('/api/stages', origin) }, { today, now: () => 0 }).json as {
      stages: unknown;
    }
  ).stages;
  const drawn: Drawn = { route, main, people: PEOPLE, stages, isCurrent: () => true };
  await (route.id === undefined ? renderList(drawn) : renderRecord(drawn, route.id));
  return { document, url, locale: 'en', now: `${today}T09:00:00Z`, ended: new AbortController().signal };
}

beforeEach(() => {
  vi.stubGlobal('fetch', async (path: string) => {
    const { status, json } = answer(
      store,
      { method: 'GET', url: new URL(path, origin) },
      { today, now: () => 0 },
    );
    return new Response(JSON.stringify(json), { status });
  });
});

const nameOf = (id: string | null) => PEOPLE.find((person) => person.id === id)?.name ?? null;

function amountOf({ amount, currency }: Deal, isSignOnly: boolean) {
  if (amount === null) return null;
  return isSignOnly
    ? { decimal: amount.toFixed(2), symbol: 'kr.' }
    : { decimal: amount.toFixed(2), currency };
}

const textOf = (text: string | null) => (text === null || /^[-–—\s]*$/.test(text) ? null : text);

describe.each(['en', 'da'])('the sample CRM in %s', (lang) => {
  it.each(['open', 'won', 'lost', 'all'])('gives every field of the %s list, page by page', async (view) => {
    const expected = view === 'all' ? deals : deals.filter(({ outcome }) => outcome === view);
    const found = new Map<string, unknown>();
    for (let number = 1; number <= Math.ceil(expected.length / 25); number += 1) {
      const page = await open(`/deals?view=${view}&page=${number}&lang=${lang}`);
      const result = atOnce(generic.read(page));
      if (result.kind !== 'read') throw new Error(result.kind);
      expect(result.problems).toEqual([]);
      expect(result.view.name).toBe('/deals');
      expect(result.statedTotal).toBe(expected.length);
      expect(result.totalOf).toBe(view === 'open' || view === 'all' ? view : undefined);
      for (const { read, anchor } of result.deals) {
        expect(anchor?.tagName).toBe('TR');
        expect(read.url).toBe(`${origin}/deals/${read.id}${lang === 'da' ? '?lang=da' : ''}`);
        expect(read.approximate).toBeUndefined();
        found.set(read.id ?? '', read.values);
      }
    }
    expect(found.size).toBe(expected.length);
    for (const deal of expected) {
      // In the list of all deals nothing states that a deal is open.
      const isStated = deal.outcome !== 'open' || view === 'open';
      expect(found.get(deal.id)).toEqual({
        name: deal.name,
        account: deal.account,
        stage: deal.stage,
        amount: amountOf(deal, lang === 'da' && deal.currency === 'DKK'),
        closeOn: deal.closeOn,
        owner: nameOf(deal.owner),
        crmProbability: deal.probability,
        lastActivityOn: deal.lastActivityOn,
        ...(isStated ? { outcome: deal.outcome } : {}),
      });
    }
  });

  it('gives every field of every fourth record, the currency by its own field', async () => {
    for (const deal of deals.filter((_, index) => index % 4 === 0)) {
      const page = await open(`/deals/${deal.id}?lang=${lang}`);
      atOnce(generic.read(page));
      // Values as on the record before count once the page has rested.
      const result = atOnce(generic.read({ ...page, now: `${today}T09:00:03Z` }));
      if (result.kind !== 'read') throw new Error(`${deal.id}: ${result.kind}`);
      expect(result.problems).toEqual([]);
      expect(result.deals).toHaveLength(1);
      const read = result.deals[0]?.read;
      expect([read?.id, result.view]).toEqual([deal.id, { kind: 'record', name: '/deals' }]);
      const { firstTouchAt, meetingSetFor, ...values } = read?.values ?? {};
      expect([firstTouchAt === null, meetingSetFor === null]).toEqual([
        deal.firstTouchAt === null,
        deal.meetingSetFor === null,
      ]);
      expect(values).toEqual({
        name: deal.name,
        amount: amountOf(deal, false),
        stage: deal.stage,
        outcome: deal.outcome,
        closeOn: deal.closeOn,
        closedOn: deal.closedOn,
        crmProbability: deal.probability,
        forecastCategory: deal.forecastCategory,
        lostReason: deal.lostReason,
        account: deal.account,
        owner: nameOf(deal.owner),
        sdr: nameOf(deal.sdr),
        source: deal.source,
        channel: deal.channel,
        createdOn: deal.createdAt.slice(0, 10),
        lastActivityOn: deal.lastActivityOn,
        nextStep: textOf(deal.nextStep),
        nextStepOn: deal.nextStepOn,
        meetingHeld: deal.meetingHeld,
        qualification: {
          authority: textOf(deal.qualification.authority),
          need: textOf(deal.qualification.need),
          urgency: textOf(deal.qualification.urgency),
          money: textOf(deal.qualification.money),
        },
      });
    }
  });

  it('reads no value that is being edited', async () => {
    const deal = deals[5];
    const page = await open(`/deals/${deal?.id}?lang=${lang}`);
    document.querySelector('button')?.click();
    const result = atOnce(generic.read(page));
    expect(document.querySelector('form')).not.toBeNull();
    expect(generic.pageKind(page)).toBe('record');
    expect(result).toMatchObject({
      kind: 'read',
      deals: [{ read: { id: deal?.id, values: { name: deal?.name } } }],
      problems: [{ code: 'unsaved-edits', row: deal?.name }],
    });
    expect(result.kind === 'read' && Object.keys(result.deals[0]?.read.values ?? {})).toEqual(['name']);
  });
});

it('waits while the sample CRM loads, and takes an empty view for empty', async () => {
  const page = await open('/deals?view=open&q=nothing-has-this-name');
  expect(atOnce(generic.read(page))).toMatchObject({ kind: 'read', deals: [], rendered: 0 });
  const body = document.querySelector('tbody');
  if (body !== null) body.innerHTML = '<tr><td colspan="8">Loading deals…</td></tr>';
  expect(atOnce(generic.read(page))).toEqual({ kind: 'not-ready' });
});
