// Records that are drawn unlike most, each in its smallest form.
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import { flaggedOf, readDrawn } from './drawn-page';

const path = '/deals/55';
const read = (drawn: string) => readDrawn(`<h1>Roof</h1>${drawn}`, { path });
const pairs = '<dl><dt>Amount</dt><dd>€1,250.50</dd><dt>Close date</dt><dd>2027-03-14</dd></dl>';
const withStage = (stage: string) => [`55 | Roof | ${stage} | – | 1250.50 EUR | 2027-03-14 | –`];
const more = '<dl><dt>Customer</dt><dd>Skifer</dd></dl>';

describe('the stage of a record', () => {
  const bar = (attributes: string, ...steps: readonly string[]) => `<ol ${attributes}>${steps.join('')}</ol>`;
  const done = '<li>Proposal</li>';
  const now = '<li aria-current="step">Negotiation</li>';

  it.each([
    [
      'says that it is of stages',
      bar(
        'aria-label="Sales stage"',
        '<li>Uno</li>',
        '<li aria-current="step">Negotiation</li>',
        '<li>Tres</li>',
      ),
    ],
    ['has steps that are called like stages', bar('', done, now, '<li>Won</li>')],
    [
      'is a choice',
      bar(
        '',
        '<li><button role="radio" aria-checked="false">Proposal</button></li>',
        '<li><button role="radio" aria-checked="true">Negotiation</button></li>',
        '<li><button role="radio" aria-checked="false">Won</button></li>',
      ),
    ],
  ])('is the current step of a bar that %s', (_, drawn) => {
    expect(read(`${drawn}${pairs}${more}`)).toEqual(withStage('Negotiation'));
  });

  it.each([
    [
      'of an assistant',
      bar('', '<li>Details</li>', '<li aria-current="step">Products</li>', '<li>Review</li>'),
    ],
    ['with two current steps', bar('', '<li aria-current="step">Proposal</li>', now, '<li>Won</li>')],
    ['of the navigation', `<nav>${bar('', done, now, '<li>Won</li>')}</nav>`],
    ['of two steps', bar('', done, now)],
  ])('is not read of a bar %s', (_, drawn) => {
    expect(read(`${drawn}${pairs}${more}`)).toEqual(withStage('–'));
  });

  it('is left out where a label says another one, and that is said', () => {
    const drawn = `<h1>Roof</h1>${bar('', done, now, '<li>Won</li>')}${pairs}<dl><dt>Stage</dt><dd>Proposal</dd></dl>`;
    expect(readDrawn(drawn, { path })).toEqual(withStage('–'));
    expect(flaggedOf(drawn, { path })).toEqual(['Roof: layout-unknown stage']);
  });
});

describe('values that only the markup names', () => {
  const named = (field: string, value: string, after = '') =>
    `<div><span data-field="${field}">${value}</span>${after}</div>`;

  it('are read, also above their labels', () => {
    expect(
      read(
        named('amount', '€1,250.50', '<em>Amount</em>') +
          named('stage', 'Offer') +
          named('close_date', '2027-03-14'),
      ),
    ).toEqual(withStage('Offer'));
  });

  it.each([
    ['an unknown label after it', '<div><span data-field="amount">€2.00</span><em>Weighted</em></div>'],
    ['an unknown label before it', '<div><em>Weighted</em><span data-field="amount">€2.00</span></div>'],
    ['a label within it', '<div data-field="amount"><em>Weighted</em> <span>€2.00</span></div>'],
    ['a list around it', '<ul><li><span data-field="amount">€2.00</span></li></ul>'],
  ])('are not, with %s', (_, drawn) => {
    expect(read(drawn + named('stage', 'Offer') + named('close_date', '2027-03-14') + more)).toEqual([
      '55 | Roof | Offer | – | – | 2027-03-14 | –',
    ]);
  });
});

describe('components', () => {
  it('are read where they draw label and value in their own open roots', () => {
    const document = new DOMParser().parseFromString(
      '<main><h1>Roof</h1><x-field></x-field><x-field></x-field><aside><x-field></x-field></aside><x-field></x-field></main>',
      'text/html',
    );
    const shown = [
      ['Stage', 'Offer'],
      ['Amount', '€1,250.50'],
      ['Amount', '€9.00'],
      ['Close date', '2027-03-14'],
    ];
    for (const [nth, host] of [...document.querySelectorAll('x-field')].entries())
      host.attachShadow({
        mode: 'open',
      }).innerHTML = `<div><label>${shown[nth]?.[0]}</label><div>${shown[nth]?.[1]}</div></div>`;
    const page = {
      document,
      url: new URL(path, 'https://crm.example.com'),
      locale: 'en',
      ended: new AbortController().signal,
    };
    atOnce(generic.read({ ...page, now: '2027-03-01T12:00:00Z' }));
    const result = atOnce(generic.read({ ...page, now: '2027-03-01T12:01:00Z' }));
    expect(result.kind === 'read' && result.deals.map(({ read: { values } }) => values)).toEqual([
      {
        name: 'Roof',
        stage: 'Offer',
        amount: { decimal: '1250.50', currency: 'EUR' },
        closeOn: '2027-03-14',
      },
    ]);
  });
});

describe('a value and its label in a box of two', () => {
  const tile = (value: string, label: string) =>
    `<div class="tile"><strong>${value}</strong><span>${label}</span></div>`;
  const tiles = (...all: readonly string[]) => read(`<div>${all.join('')}</div>`);
  const three = [tile('€1,250.50', 'Amount'), tile('Proposal', 'Stage'), tile('2027-03-14', 'Close date')];

  it('belong together where the value stands above', () => {
    expect(tiles(...three, tile('€600.00', 'Weighted amount'))).toEqual(withStage('Proposal'));
  });

  it('are never joined across two boxes', () => {
    expect(
      tiles(
        tile('€1,250.50', 'Turnover'),
        ...three.slice(1),
        tile('€600.00', 'Amount'),
        tile('Ida', 'Owner'),
      ),
    ).toEqual(['55 | Roof | Proposal | – | 600.00 EUR | 2027-03-14 | Ida']);
  });

  it('stand on two lines, with a break between', () => {
    const lines = [
      '<b>Amount</b><br>€1,250.50',
      '<b>Stage</b><br>Proposal',
      '<b>Close date</b><br>2027-03-14',
    ];
    expect(read(lines.map((text) => `<p>${text}</p>`).join(''))).toEqual(withStage('Proposal'));
  });

  it('are found under addresses with a word for the view in another language', () => {
    const drawn =
      '<h1>Roof</h1><dl><dt>Importo</dt><dd>€1,250.50</dd><dt>Fase</dt><dd>Offerta</dd><dt>Cliente</dt><dd>Skifer</dd></dl>';
    expect(readDrawn(drawn, { path: '/trattative/scheda/55' })).toEqual([
      '55 | Roof | Offerta | – | 1250.50 EUR | – | –',
    ]);
  });
});
