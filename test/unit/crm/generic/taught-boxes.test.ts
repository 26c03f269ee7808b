// A list of plain boxes that nobody understands is offered by the row of texts above it, and read once the user has said what these mean.
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import type { Mapping } from '../../../../lib/deal/mapping';

const heads = ['Vorgang', 'Lage', 'Wert', 'Wer'];
const rows = [
  ['Sloop rigging', 'Grün', '12.000,50 €', 'Liv Holm'],
  ['Brig refit', 'Rot', '900,00 €', 'Ole Vang'],
  ['Keel laying', 'Gold', '1.500,00 €', 'Liv Holm'],
];
const mapping: Mapping = {
  tenant: 'crm.example.com',
  view: 'list /vorgaenge',
  columns: { vorgang: 'name', lage: 'stage', wert: 'amount', wer: 'owner' },
  stages: [
    { name: 'Grün', outcome: 'open' },
    { name: 'Gold', outcome: 'won' },
    { name: 'Rot', outcome: 'lost' },
  ],
  at: '2027-02-01T08:00:00Z',
};
const expected = [
  { name: 'Sloop rigging', stage: 'Grün', sum: '12000.50', owner: 'Liv Holm', outcome: 'open' },
  { name: 'Brig refit', stage: 'Rot', sum: '900.00', owner: 'Ole Vang', outcome: 'lost' },
  { name: 'Keel laying', stage: 'Gold', sum: '1500.00', owner: 'Liv Holm', outcome: 'won' },
];

const boxes = (cells: readonly string[], name: string) =>
  `<div class="${name}">${cells.map((cell) => `<div class="c">${cell}</div>`).join('')}</div>`;
const head = (texts = heads) => boxes(texts, 'head');
const body = (all: readonly (readonly string[])[] = rows) => all.map((cells) => boxes(cells, 'row')).join('');

function pageWith(html: string, mappings?: readonly Mapping[], path = '/vorgaenge'): Page {
  const document = window.document.implementation.createHTMLDocument('');
  document.documentElement.lang = 'de';
  document.body.innerHTML = `<main><h1>Vorgänge</h1><div class="grid">${html}</div></main>`;
  const page = {
    document,
    url: new URL(`https://crm.example.com${path}`),
    locale: 'de',
    now: '2027-03-01T08:30:00Z',
    ended: new AbortController().signal,
  };
  return mappings === undefined ? page : { ...page, mappings };
}

function read(html: string, mappings: readonly Mapping[] = [mapping], path?: string) {
  const result = atOnce(generic.read(pageWith(html, mappings, path)));
  if (result.kind !== 'read') return result.kind;
  return result.deals.map(({ read: { values } }) => ({
    name: values.name,
    stage: values.stage,
    sum: values.amount?.decimal,
    owner: values.owner,
    outcome: values.outcome,
  }));
}
function offered(html: string) {
  const steps = generic.survey?.(pageWith(html));
  const survey = steps && atOnce(steps)?.survey;
  return survey?.columns.map(({ heading, values }) => [heading, values.length]);
}

describe('a list of boxes under headings that nobody knows', () => {
  it('ends where another section begins: invoices below it are no deals', () => {
    const invoices = body([['INV-7', 'Paid', '50,00 €', 'Liv Holm']]);
    expect(read(`${head()}<div>${body()}</div><h2>Rechnungen</h2><div>${invoices}</div>`)).toEqual(expected);
    expect(read(`${head()}<div></div><h2>Rechnungen</h2><div>${invoices}</div>`)).toBe('not-deals');
  });

  it('goes on where the names in its rows are headings themselves', () => {
    const named = rows.map(([name = '', ...others]) => [`<h3>${name}</h3>`, ...others]);
    expect(read(`${head()}<div>${body(named)}</div>`)).toEqual(expected);
  });

  it('is not read where a menu stands below the last heading of every row: a cell before it may be missing', () => {
    const short = rows.map(([name = '', , sum = '', who = '']) => [name, sum, who, '<button>⋮</button>']);
    expect(read(`${head()}<div>${body(short)}</div>`)).toBe('not-deals');
  });

  it('is offered with what each heading has below it', () => {
    expect(offered(`${head()}<div>${body()}</div>`)).toEqual([
      ['Vorgang', 3],
      ['Lage', 3],
      ['Wert', 3],
      ['Wer', 2],
    ]);
  });

  it('is read as it was taught, and untaught not at all', () => {
    const html = `${head()}<div>${body()}</div>`;
    expect(read(html)).toEqual(expected);
    expect(read(html, [])).toBe('not-deals');
  });

  it('is read on a page that says itself that it is about deals', () => {
    const taught = { ...mapping, view: 'list /deals' };
    expect(read(`${head()}<div>${body()}</div>`, [taught], '/deals')).toEqual(expected);
    expect(read(`${head()}<div>${body()}</div>`, [], '/deals')).toBe('not-deals');
  });

  it('is read where a place to add a column stands last in either row', () => {
    const add = '<button>+</button>';
    expect(read(`${head([...heads, add])}<div>${body()}</div>`)).toEqual(expected);
    const menus = rows.map((cells) => [...cells, '<button>⋮</button>']);
    expect(read(`${head()}<div>${body(menus)}</div>`)).toEqual(expected);
  });

  it('is read where each row has a box of its own, and where one row is marked', () => {
    const each = rows.map((cells) => `<div class="wrap">${boxes(cells, 'row')}</div>`).join('');
    expect(read(`${head()}<div>${each}</div>`)).toEqual(expected);
    const marked = rows.map((cells, nth) => boxes(cells, nth === 1 ? 'chosen' : 'row')).join('');
    expect(read(`${head()}<div>${marked}</div>`)).toEqual(expected);
  });

  it('is read in all its groups, also such as have as many rows as columns', () => {
    const four = [...rows, ['Mast', 'Grün', '10,00 €', 'Ole Vang']];
    const html = `${head()}<div><section>${body(four)}</section><section>${body([['Hull', 'Rot', '7,00 €', 'Liv Holm']])}</section></div>`;
    expect(read(html)).toMatchObject([
      ...expected,
      { name: 'Mast', sum: '10.00' },
      { name: 'Hull', sum: '7.00' },
    ]);
  });

  it('has no rows of sums, of pages or of places to add one', () => {
    const foot = `${boxes(['Summe', '', '14.400,50 €', ''], 'row')}<div class="row add">Neu …</div></div><div class="pages"><a>‹</a><a>1</a><a>2</a><a>›</a></div>`;
    expect(read(`${head()}<div>${body()}${foot}`)).toEqual(expected);
  });

  it('is told from what holds it, however many of what lie in either', () => {
    const four = [...rows, ['Mast', 'Grün', '10,00 €', 'Ole Vang']];
    const add = '<p>Neu …</p>';
    expect(read(`${head()}<div>${body()}${add}</div>`)).toEqual(expected);
    expect(
      read(`${head()}<div><section>${body(four)}</section><section>${body(four)}</section></div>`),
    ).toHaveLength(8);
    const tags = '<i>a</i><i>b</i><i>c</i><i>d</i>';
    const tagged = (all: readonly (readonly string[])[]) =>
      `${head()}<div>${body(all.map(([name = '', stage = '', sum = '']) => [name, stage, sum, tags]))}</div>`;
    expect(read(tagged(rows))).toMatchObject(rows.map(([name]) => ({ name })));
    // A list of one row, or a row with one cell of four parts: nobody knows.
    expect(read(tagged(rows.slice(0, 1)))).toBe('not-deals');
    expect(read(`${head()}<div>${body(rows.slice(0, 1))}${add}${add}${add}</div>`)).toBe('not-deals');
  });

  it('says which rows it could not tell apart', () => {
    const html = `${head()}<div>${body()}<div class="row"><div>Wreck</div><div>Rot</div><div>5,00 €</div></div></div>`;
    const result = atOnce(generic.read(pageWith(html, [mapping])));
    expect(result.kind === 'read' && result.problems.map(({ code }) => code)).toEqual(['row-unreadable']);
  });

  it('does not take what a row has at its end for the cell that it lacks', () => {
    const wide = rows.map((cells) => [...cells, '', '']);
    const lacking = [...wide, ['Wreck', '5,00 €', 'Ole Vang', '', '']];
    expect(read(`${head()}<div>${body(lacking)}</div>`)).toEqual(expected);
    expect(read(`${head()}<div>${body(lacking.toReversed())}</div>`)).toEqual(expected.toReversed());
  });

  it('is read by its headings where its columns have changed places, and not at all under others', () => {
    const swap = <T>([a, b, c, d]: readonly T[]) => [d, b, c, a].flatMap((one) => one ?? []);
    const html = `${head(swap(heads))}<div>${body(rows.map(swap))}</div>`;
    expect(read(html)).toEqual(expected);
    expect(read(`${head(['Rechnung', 'Status', 'Brutto', 'Wer'])}<div>${body()}</div>`)).toBe('not-deals');
  });

  it('is not offered where the row begins with something that no heading is above', () => {
    const shifted = rows.map(([name = '', stage = '', sum = '']) => ['⠿', name, stage, sum]);
    expect(offered(`${head()}<div>${body(shifted)}</div>`)).toBeUndefined();
    expect(read(`${head()}<div>${body(shifted)}</div>`)).toBe('not-deals');
  });

  it('takes no row of the list for its headings', () => {
    expect(offered(`<div>${body()}</div>`)).toBeUndefined();
  });
});
