// Boards drawn from known deals in many ways. What is read may be less than what is shown, never something else.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReadResult } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import { amountText, dateOf, dateText, deal, valueOf, writing, type DrawnDeal } from './drawn-values';

const columns = fc.array(fc.array(deal, { maxLength: 4 }), { minLength: 2, maxLength: 5 });
const layout = fc.record({
  ...writing,
  currencyIn: fc.constantFrom('cell', 'code'),
  heads: fc.constantFrom('title', 'count', 'sum', 'apart', 'label'),
  /** How a card says what its values are. */
  says: fc.constantFrom('machine', 'class', 'label', 'prefix', 'tooltip', 'nothing'),
  ids: fc.constantFrom('link', 'attribute', 'none'),
  order: fc.shuffledSubarray(['amount', 'closeOn', 'account'], { minLength: 3 }),
  /** What else a card shows. */
  decoy: fc.constantFrom('none', 'weighted', 'created', 'tag', 'two amounts', 'only weighted'),
  groups: fc.constantFrom('stages', 'owners', 'months'),
  wraps: fc.integer({ min: 0, max: 2 }),
  variant: fc.nat({ max: 4 }),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

const names = {
  stages: ['Qualified', 'Proposal made', 'Closed Won', 'Closed Lost', 'Waiting room'],
  owners: ['Ida Holm', 'Per Lund', 'Anna Berg', 'Otto Lind', 'Eva Kern'],
  months: ['March 2027', 'April 2027', 'May 2027', 'June 2027', 'July 2027'],
} as const;
const outcomes: Readonly<Record<string, string>> = { 'Closed Won': 'won', 'Closed Lost': 'lost' };
const labels = { amount: 'Amount', closeOn: 'Expected close', account: 'Company' } as const;
const machine = { amount: 'amount', closeOn: 'closeDate', account: 'company' } as const;
type Field = keyof typeof labels;

function valueText(field: Field, of: DrawnDeal, at: Layout): string {
  if (field === 'amount') return amountText(of, at);
  return field === 'closeOn' ? dateText(of, at) : `Firm ${of.share}`;
}

function lineOf(field: Field, of: DrawnDeal, at: Layout): string {
  const text = valueText(field, of, at);
  const { [field]: label } = labels;
  if (at.says === 'machine') return `<div data-name="${machine[field]}"><span>${text}</span></div>`;
  if (at.says === 'class') return `<p class="card-${machine[field]} muted">${text}</p>`;
  if (at.says === 'label') return `<div class="row"><small>${label}</small><span>${text}</span></div>`;
  if (at.says === 'prefix') return `<p>${label}: ${text}</p>`;
  if (at.says === 'tooltip') return `<p title="${label}"><i></i>${text}</p>`;
  return `<p>${text}</p>`;
}

const weighted = [
  '<p class="weighted-amount">$</p>',
  '<p data-field="expectedRevenue">$</p>',
  '<p><span>Vægtet</span> <b>$</b></p>',
  '<dl><dt>Weighted</dt><dd>$</dd></dl>',
  '<p title="Margin">$</p>',
];

function decoyOf(of: DrawnDeal, at: Layout): string {
  const less = amountText({ cents: Math.trunc(of.cents / 3) + 100 }, at);
  if (at.decoy === 'weighted') return `<div class="row"><small>Weighted</small><span>${less}</span></div>`;
  if (at.decoy === 'only weighted') return (weighted[at.variant] ?? '').replace('$', less);
  if (at.decoy === 'two amounts') return `<p>${less}</p>`;
  if (at.decoy === 'created') return `<p>${dateText({ day: of.day + 11 }, at)}</p>`;
  return at.decoy === 'tag' ? '<span class="tag">Hot</span>' : '';
}

function cardOf(of: DrawnDeal, nth: number, at: Layout): string {
  const id = 1000 + nth * 7;
  const name = at.ids === 'link' ? `<a href="/deals/${id}">Deal ${nth}</a>` : `Deal ${nth}`;
  const attribute = at.ids === 'attribute' ? ` data-deal-id="${id}"` : '';
  const shown = at.decoy === 'only weighted' ? at.order.filter((field) => field !== 'amount') : at.order;
  const lines = shown.map((field) => lineOf(field as Field, of, at));
  return `<li class="card" draggable="true"${attribute}><h4>${name}</h4>${lines.join('')}${decoyOf(of, at)}</li>`;
}

function headOf(name: string, cards: readonly DrawnDeal[], at: Layout): string {
  const sum = amountText({ cents: cards.reduce((all, { cents }) => all + cents, 0) }, at);
  if (at.heads === 'title') return `<h3>${name}</h3>`;
  if (at.heads === 'count') return `<div class="head"><b>${name} (${cards.length})</b></div>`;
  if (at.heads === 'sum')
    return `<div class="head"><em>${cards.length}</em><span>${name}</span><p>${sum}</p></div>`;
  return '';
}

function draw(board: readonly (readonly DrawnDeal[])[], at: Layout): ReadResult {
  const { [at.groups]: heads } = names;
  let nth = 0;
  const drawn = board.map((cards, column) => {
    const list = `<ul class="cards">${cards.map((of) => cardOf(of, nth++, at)).join('')}</ul>`;
    const inner = Array.from({ length: at.wraps }).reduce((all: string) => `<div>${all}</div>`, list);
    const label = at.heads === 'label' ? ` aria-label="${heads[column]}"` : '';
    return `<section class="column"${label}>${headOf(heads[column] ?? '', cards, at)}${inner}</section>`;
  });
  const apart =
    at.heads === 'apart'
      ? `<div class="heads">${board.map((_, column) => `<div role="columnheader">${heads[column]}</div>`).join('')}</div>`
      : '';
  const document = new DOMParser().parseFromString(
    `<!doctype html><html><body><main><h1>Deals</h1>${apart}<div class="columns">${drawn.join('')}</div></main></body></html>`,
    'text/html',
  );
  return atOnce(
    generic.read({
      document,
      url: new URL('https://crm.example.com/deals'),
      locale: 'en',
      now: '2027-03-01T12:00:00Z',
      ended: new AbortController().signal,
    }),
  );
}

it('never reads another amount, day, stage or outcome off a board than it shows', () => {
  let shown = 0;
  let read = 0;
  let boards = 0;
  fc.assert(
    fc.property(columns, layout, (board, at) => {
      const all = board.flatMap((cards, column) => cards.map((of) => ({ of, column })));
      if (all.length < 2) return;
      const result = draw(board, at);
      boards += 1;
      // A board that shows neither a stage nor the deal's amount may be of anything.
      if (result.kind !== 'read' && at.decoy === 'only weighted' && at.groups !== 'stages') return;
      if (result.kind !== 'read') throw new Error(result.kind);
      const said = new Set(result.problems.map(({ row, field }) => `${row} ${field}`));
      expect(result.deals.length).toBeLessThanOrEqual(all.length);
      expect(
        result.deals.length + result.problems.filter(({ code }) => code === 'row-unreadable').length,
      ).toBe(all.length);
      for (const { read: one } of result.deals) {
        const nth = Number(/\d+$/.exec(one.values.name ?? '')?.[0]);
        const { of, column } = all[nth] ?? {};
        if (of === undefined || column === undefined) throw new Error(`no such deal: ${one.values.name}`);
        const { values } = one;
        expect(one.id).toBe(at.ids === 'none' ? undefined : String(1000 + nth * 7));
        const stage = at.groups === 'stages' ? names.stages[column] : undefined;
        if (values.stage !== undefined) expect(values.stage).toBe(stage);
        if (values.outcome !== undefined) expect(values.outcome).toBe(outcomes[stage ?? '']);
        if (at.decoy === 'only weighted') expect(values.amount).toBeUndefined();
        else if (values.amount) {
          expect([amountText(of, at), Number(values.amount.decimal)]).toEqual([
            amountText(of, at),
            valueOf(of, at),
          ]);
          if (values.amount.currency !== undefined) expect(values.amount.currency).toBe(at.currency);
        } else if (at.decoy !== 'weighted' && at.says !== 'nothing')
          expect(said).toContain(`Deal ${nth} amount`);
        if (values.closeOn) expect(values.closeOn).toBe(dateOf(of).toISOString().slice(0, 10));
        if (values.account) expect(values.account).toBe(`Firm ${of.share}`);
        if (at.says === 'nothing') continue;
        shown += (stage === undefined ? 3 : 4) - (at.decoy === 'only weighted' ? 1 : 0);
        read += [values.amount, values.closeOn, values.account, values.stage].filter(Boolean).length;
      }
    }),
    { numRuns: 600 },
  );
  expect(boards).toBeGreaterThan(400);
  // Refusing everything would be safe and useless.
  expect(read / shown).toBeGreaterThan(0.95);
}, 60_000);
