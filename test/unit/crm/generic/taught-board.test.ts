// A board whose cards nobody understands is taught once: what each place of a card is, and what its columns are. What stands at another place from card to card is not offered.
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import type { Mapping } from '../../../../lib/deal/mapping';
import {
  cardOf,
  columns,
  deals,
  keyOf,
  mapping,
  pageWith,
  surveyOf,
  taught,
  valuesOf,
  type Drawn,
} from './drawn-boards';

describe('a board that nobody understands', () => {
  it('is asked about place by place: its columns, what stands at each place of its cards, and labels as such', () => {
    const survey = surveyOf()?.survey;
    expect(survey).toMatchObject({
      kind: 'board',
      view: 'board /vorgaenge',
      isTaught: false,
      isChanged: false,
    });
    expect(survey?.columns.map(({ heading, values }) => [heading, values])).toEqual([
      ['', columns],
      ['', ['Sloop rigging', 'Brig refit', 'Keel laying']],
      ['', ['12.000,50 €', '900,00 €', '1.500,00 €']],
      ['', ['8.000,00 €', '90,00 €', '150,00 €']],
      ['Hvem', ['Liv Holm', 'Ole Vang']],
    ]);
    const places = surveyOf()?.places.get('hvem') ?? [];
    expect(places.map((place) => place.textContent)).toEqual(['Liv Holm', 'Ole Vang', 'Liv Holm']);
    expect(surveyOf()?.places.get('#column')).toHaveLength(3);
  });

  it('is read as taught, on a page that does not say that it is about deals, and nothing else of it', () => {
    expect(valuesOf()).toBe('not-deals');
    expect(valuesOf({ mappings: [mapping()] })).toEqual(taught);
    expect(surveyOf({ mappings: [mapping()] })?.survey).toMatchObject({ isTaught: true, isChanged: false });
  });

  it('is read as taught on a page of deals too, where its two amounts are refused otherwise', () => {
    const path = '/deals';
    const told = { ...mapping(), view: 'board /deals' };
    const before = valuesOf({ path });
    expect(Array.isArray(before) && before.every((deal) => !('amount' in deal))).toBe(true);
    const card = (deal: Drawn) => cardOf(deal).replace('/vorgaenge/', '/deals/');
    expect(valuesOf({ path, card, mappings: [told] })).toEqual(taught);
  });

  it('reads a card that lacks a place without it, and says nothing of it', () => {
    const [first, ...others] = deals;
    const cards = first === undefined ? [] : [{ ...first, sum: undefined as unknown as string }, ...others];
    const [{ amount: _, ...lacking } = {}, ...rest] = taught;
    expect(valuesOf({ cards, mappings: [mapping()] })).toEqual([lacking, ...rest]);
  });

  it('does not offer what stands in a row of like places, more on one card than on another', () => {
    const card = (deal: Drawn) =>
      cardOf(deal)
        .replace(/class="s[12]"/g, 'class="s"')
        .replace(/<span class="s"><\/span>/, '');
    const cards = deals.map((deal, nth) => (nth === 1 ? { ...deal, other: '' } : deal));
    const values = surveyOf({ card, cards })?.survey.columns.flatMap((column) => column.values) ?? [];
    expect(values).toContain('Sloop rigging');
    expect(values).not.toContain('12.000,50 €');
    expect(values).not.toContain('900,00 €');
    // The same on every card, they are told apart by their order.
    expect(keyOf('8.000,00 €', { card })).toBe(`${keyOf('12.000,50 €', { card })} (2)`);
  });

  it('has no amount any more where every card has one place less of those that only their order told apart', () => {
    const alike = (deal: Drawn) => cardOf(deal).replace(/class="s[12]"/g, 'class="s"');
    const [name, amount, other] = ['Sloop rigging', '12.000,50 €', '8.000,00 €'].map((value) =>
      keyOf(value, { card: alike }),
    );
    const told = {
      ...mapping(),
      columns: {
        '#column': 'stage',
        [`${name}`]: 'name',
        [`${amount}`]: 'amount',
        [`${other}`]: null,
        hvem: 'owner',
      },
    } as const;
    expect(valuesOf({ card: alike, mappings: [told] })).toEqual(taught);
    const fewer = (deal: Drawn) => alike(deal).replace(/<span class="s">[^<]*<\/span>/, '');
    const result = atOnce(generic.read(pageWith({ card: fewer, mappings: [told] })));
    expect(result.kind === 'read' && result.deals.map(({ read }) => read.values.amount)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(result.kind === 'read' && result.problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'layout-unknown amount',
    ]);
  });

  it('is not taken for another board: without the place of the names, or of another address', () => {
    const card = (deal: Drawn) =>
      cardOf(deal).replace(/<a[^>]*>([^<]*)<\/a>/, `<em data-id="${deal.id}">$1</em>`);
    expect(valuesOf({ card, mappings: [mapping()] })).toBe('not-deals');
    expect(valuesOf({ path: '/opgaver', mappings: [mapping()] })).toBe('not-deals');
  });

  it('takes no stage from columns that the user says are none', () => {
    const told = { ...mapping(), columns: { ...mapping().columns, '#column': null } };
    const read = valuesOf({ mappings: [told] });
    expect(Array.isArray(read) && read.map(({ stage, name }) => [stage, name])).toEqual([
      [undefined, 'Sloop rigging'],
      [undefined, 'Brig refit'],
      [undefined, 'Keel laying'],
    ]);
  });

  it('takes no stage from columns that are others than those that were named: it may be grouped by owner now', () => {
    const result = atOnce(
      generic.read(pageWith({ mappings: [mapping()], heads: ['Liv Holm', 'Ole Vang', 'Nobody'] })),
    );
    expect(result.kind === 'read' && result.deals.map(({ read }) => read.values.stage)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(result.kind === 'read' && result.problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'layout-unknown stage',
    ]);
    // One that was renamed is a stage still.
    const renamed = valuesOf({ mappings: [mapping()], heads: ['Kajplads', 'På bedding', 'Søsat'] });
    expect(Array.isArray(renamed) && renamed.map(({ stage }) => stage)).toEqual([
      'Kajplads',
      'Kajplads',
      'Søsat',
    ]);
  });

  it('is not guessed where it is another than was taught: what the user said is none of the fields stays so', () => {
    const path = '/deals';
    const priced = ({ id, name, sum, other }: Drawn, isNet: boolean) =>
      `<article class="k" draggable="true"><a href="/deals/${id}">${name}</a><div class="list">${sum}</div>` +
      `${isNet ? `<div class="net">${other}</div>` : ''}</article>`;
    const told: Mapping = {
      ...mapping(),
      view: 'board /deals',
      columns: { '#column': null, a: 'name', 'div.list': null, 'div.net': 'amount' },
    };
    const read = valuesOf({ path, card: (deal) => priced(deal, true), mappings: [told] });
    expect(Array.isArray(read) && read.map(({ amount }) => amount)).toEqual([
      { decimal: '8000.00', currency: 'EUR' },
      { decimal: '90.00', currency: 'EUR' },
      { decimal: '150.00', currency: 'EUR' },
    ]);
    const other = atOnce(
      generic.read(pageWith({ path, card: (deal) => priced(deal, false), mappings: [told] })),
    );
    expect(other).toEqual({ kind: 'not-deals', unknown: { kind: 'board' } });
  });

  it('tells labels from values that many cards share', () => {
    const card = ({ id, name, person }: Drawn) =>
      `<article draggable="true"><a href="/vorgaenge/${id}">${name}</a>` +
      `<p class="x">Havn Marine</p><p class="y">${person}</p></article>`;
    const survey = surveyOf({ card })?.survey;
    expect(survey?.columns.map(({ values }) => values)).toEqual([
      columns,
      ['Sloop rigging', 'Brig refit', 'Keel laying'],
      ['Havn Marine'],
      ['Liv Holm', 'Ole Vang'],
    ]);
  });

  it('keeps a label of three letters apart from its figure, and a figure together with its currency', () => {
    const card = ({ id, name, other }: Drawn) =>
      `<article draggable="true"><a href="/vorgaenge/${id}">${name}</a>` +
      `<div><span>MRR</span><span>${other}</span></div><div><i>DKK</i> <i>${id}</i></div></article>`;
    const survey = surveyOf({ card })?.survey;
    expect(survey?.columns.map(({ heading, values }) => [heading, values[0]])).toEqual([
      ['', 'Kajplads'],
      ['', 'Sloop rigging'],
      ['MRR', '8.000,00 €'],
      ['', 'DKK 41'],
    ]);
  });
});
