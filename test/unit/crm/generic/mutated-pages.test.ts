// Pages drawn from known deals in many ways. What is read may be less than what is shown, never something else.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReadResult } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import { amountText, dateOf, dateText, deal as aDeal, valueOf, writing } from './drawn-values';
import { headings } from './headings/all';

const stages = ['Scoping', 'Angebot', 'Tilbud', 'Closed Won', 'Tabt', 'Ouvert'];
const outcomeOf: Readonly<Record<string, string>> = { 'Closed Won': 'won', Tabt: 'lost', Ouvert: 'open' };
const decoys = [
  'Weighted value',
  'Amount (weighted)',
  'Expected margin',
  'Discount',
  'Last modified',
  'Gewichteter Betrag',
];

const deal = fc.tuple(aDeal, fc.constantFrom(...stages)).map(([of, stage]) => ({ ...of, stage }));
const layout = fc.record({
  ...writing,
  /** The language that the page claims: right, wrong or none. */
  claims: fc.constantFrom('right', 'en', 'de', 'none'),
  order: fc.shuffledSubarray(['name', 'stage', 'amount', 'closeOn', 'crmProbability', 'decoy'], {
    minLength: 6,
  }),
  decoy: fc.constantFrom(...decoys),
  tab: fc.constantFrom('Open', 'All', undefined),
  ids: fc.constantFrom('link', 'attribute', 'none'),
  record: fc.boolean(),
  /** What a list is made of. */
  shape: fc.constantFrom('table', 'head apart', 'search row', 'boxes'),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;
type Deal = typeof deal extends fc.Arbitrary<infer T> ? T : never;

function headingOf(field: string, { locale, currency, currencyIn, decoy }: Layout): string {
  if (field === 'decoy') return decoy;
  const words = headings[locale.slice(0, 2)] as Readonly<Record<string, string>>;
  const word = words[field]?.split('|')[0] ?? '';
  return field === 'amount' && currencyIn === 'heading' ? `${word} (${currency})` : word;
}

function cellOf(field: string, of: Deal, at: Layout & { readonly index: number }): string {
  if (field === 'name')
    return at.ids === 'link' && !at.record
      ? `<a href="/deals/${1000 + at.index * 7}">Deal ${at.index}</a>`
      : `Deal ${at.index}`;
  if (field === 'stage') return of.stage;
  if (field === 'closeOn') return dateText(of, at);
  if (field === 'amount') return amountText(of, at);
  if (field === 'decoy') return amountText({ ...of, cents: Math.trunc(of.cents / 3) }, at);
  return new Intl.NumberFormat(at.locale, { style: 'percent' }).format(of.share / 100);
}

function listOf(
  headings: readonly string[],
  rows: readonly { readonly id: string; readonly cells: readonly string[] }[],
  shape: Layout['shape'],
): string {
  if (shape === 'boxes') {
    const boxes = (cells: readonly string[]) => cells.map((text) => `<div>${text}</div>`).join('');
    const lines = rows.map(
      ({ id, cells }) => `<div class="line"${id}><div class="grid">${boxes(cells)}</div><i></i></div>`,
    );
    return `<div><div class="head">${boxes(headings)}</div><div class="lines">${lines.join('')}</div></div>`;
  }
  const body = rows
    .map(({ id, cells }) => `<tr${id}>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`)
    .join('');
  const head = `<tr>${headings.map((text) => `<th>${text}</th>`).join('')}</tr>`;
  if (shape === 'head apart')
    return `<div aria-hidden="true"><table><thead>${head}</thead></table></div><div><table><tbody>${body}</tbody></table></div>`;
  const search =
    shape === 'search row' ? `<tr>${headings.map(() => '<th><input /></th>').join('')}</tr>` : '';
  return `<table><thead>${head}${search}</thead><tbody>${body}</tbody></table>`;
}

function draw(deals: readonly Deal[], at: Layout): ReadResult {
  const lang = at.claims === 'none' ? '' : ` lang="${at.claims === 'right' ? at.locale : at.claims}"`;
  const headings = at.order.map((field) => headingOf(field, at));
  const tab = at.tab === undefined ? '' : `<nav><a aria-current="page">${at.tab}</a><a>Other</a></nav>`;
  const rows = deals.map((of, index) => ({
    id: at.ids === 'attribute' ? ` data-deal-id="${1000 + index * 7}"` : '',
    cells: at.order.map((field) => cellOf(field, of, { ...at, index })),
  }));
  const [only] = deals;
  const pairs =
    only === undefined
      ? []
      : at.order.map(
          (field, column) =>
            `<dt>${headings[column]}</dt><dd>${cellOf(field, only, { ...at, index: 0 })}</dd>`,
        );
  const main = at.record
    ? `<h1>Deal 0</h1><dl>${pairs.join('')}</dl>`
    : `${tab}${listOf(headings, rows, at.shape)}`;
  const document = new DOMParser().parseFromString(
    `<!doctype html><html${lang}><body><main>${main}</main></body></html>`,
    'text/html',
  );
  const url = new URL(`https://crm.example.com/deals${at.record ? '/1000' : ''}`);
  return atOnce(
    generic.read({
      document,
      url,
      locale: 'en',
      now: '2027-03-01T12:00:00Z',
      ended: new AbortController().signal,
    }),
  );
}

it('never reads another amount, day, share or outcome than the page shows', () => {
  let shown = 0;
  let read = 0;
  fc.assert(
    fc.property(fc.array(deal, { minLength: 1, maxLength: 8 }), layout, (deals, at) => {
      // Boxes are rows only by what marks their deals, and one alone is no list.
      if (at.shape === 'boxes' && !at.record && (at.ids === 'none' || deals.length < 2)) return;
      const result = draw(deals, at);
      if (result.kind !== 'read') throw new Error(result.kind);
      const expected = at.record ? deals.slice(0, 1) : deals;
      expect(result.deals).toHaveLength(expected.length);
      const said = new Set(result.problems.map(({ row, field }) => `${row} ${field}`));
      result.deals.forEach(({ read: { values, approximate } }, index) => {
        const of = expected[index];
        if (of === undefined) throw new Error('more deals than shown');
        const where = [at.locale, at.claims, amountText(of, at), dateText(of, at)];
        expect(approximate).toBeUndefined();
        shown += 4;
        if (values.amount) {
          expect([...where, Number(values.amount.decimal)]).toEqual([...where, valueOf(of, at)]);
          if (values.amount.currency !== undefined) expect(values.amount.currency).toBe(at.currency);
          if (at.currencyIn === 'nowhere') expect(values.amount.currency).toBeUndefined();
        } else expect([...where, said]).toEqual([...where, new Set([...said, `Deal ${index} amount`])]);
        if (values.closeOn)
          expect([...where, values.closeOn]).toEqual([...where, dateOf(of).toISOString().slice(0, 10)]);
        else expect([...where, said]).toEqual([...where, new Set([...said, `Deal ${index} closeOn`])]);
        expect(values.crmProbability).toBe(of.share / 100);
        expect(values.stage).toBe(of.stage);
        const stated = outcomeOf[of.stage] ?? (at.tab === 'Open' && !at.record ? 'open' : undefined);
        expect(values.outcome).toBe(stated);
        read += [values.amount, values.closeOn, values.stage, values.crmProbability].filter(
          (value) => value !== undefined,
        ).length;
      });
    }),
    { numRuns: 900 },
  );
  // Refusing everything would be safe and useless.
  expect(read / shown).toBeGreaterThan(0.9);
}, 60_000);
