// A board whose cards nobody understands is taught once: what each place of a card is, and what its columns are. What stands at another place from card to card is not offered.
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import type { Mapping } from '../../../../lib/deal/mapping';

const columns = ['Kajplads', 'Bedding', 'Søsat'];
interface Drawn {
  readonly id: number;
  readonly name: string;
  readonly at: number;
  readonly sum?: string;
  readonly other?: string;
  readonly person?: string;
}
const deals: readonly Drawn[] = [
  { id: 41, name: 'Sloop rigging', at: 0, sum: '12.000,50 €', other: '8.000,00 €', person: 'Liv Holm' },
  { id: 48, name: 'Brig refit', at: 0, sum: '900,00 €', other: '90,00 €', person: 'Ole Vang' },
  { id: 55, name: 'Keel laying', at: 2, sum: '1.500,00 €', other: '150,00 €', person: 'Liv Holm' },
];
/** Two amounts without a word that tells them apart; what stands where, only the user knows. */
const cardOf = ({ id, name, sum, other, person }: Drawn) =>
  `<article class="k" draggable="true"><a href="/vorgaenge/${id}">${name}</a>` +
  `<div class="m">${sum === undefined ? '' : `<span class="s1">${sum}</span>`}<span class="s2">${other ?? ''}</span></div>` +
  `<p class="w"><b>Hvem</b> <i>${person ?? ''}</i></p></article>`;

interface Given {
  readonly mappings?: readonly Mapping[];
  readonly path?: string;
  readonly cards?: readonly Drawn[];
  readonly card?: (deal: Drawn) => string;
  readonly heads?: readonly string[];
}

function pageWith(given: Given = {}): Page {
  const { mappings, path = '/vorgaenge', cards = deals, card = cardOf, heads = columns } = given;
  const document = window.document.implementation.createHTMLDocument('');
  document.body.innerHTML = `<main><div class="board">${heads
    .map(
      (name, nth) =>
        `<section class="col"><h3>${name}</h3><div class="list">${cards
          .filter(({ at }) => at === nth)
          .map(card)
          .join('')}</div></section>`,
    )
    .join('')}</div></main>`;
  const page = {
    document,
    url: new URL(`https://crm.example.com${path}`),
    locale: 'da',
    now: '2027-03-01T08:30:00Z',
    ended: new AbortController().signal,
  };
  return mappings === undefined ? page : { ...page, mappings };
}

function valuesOf(given?: Given) {
  const result = atOnce(generic.read(pageWith(given)));
  return result.kind === 'read'
    ? result.deals.map(({ read: { id, values } }) => ({ id, ...values }))
    : result.kind;
}
function surveyOf(given?: Given) {
  const steps = generic.survey?.(pageWith(given));
  return steps && atOnce(steps);
}
const keyOf = (value: string, given?: Given) =>
  surveyOf(given)?.survey.columns.find(({ values }) => values.includes(value))?.key ?? '';

/** As the user would say it of the first look. */
function mapping(): Mapping {
  return {
    tenant: 'crm.example.com',
    view: 'board /vorgaenge',
    columns: {
      '#column': 'stage',
      [keyOf('Sloop rigging')]: 'name',
      [keyOf('12.000,50 €')]: 'amount',
      [keyOf('8.000,00 €')]: null,
      hvem: 'owner',
    },
    stages: [
      { name: 'Kajplads', outcome: 'open' },
      { name: 'Bedding', outcome: 'open' },
      { name: 'Søsat', outcome: 'won' },
    ],
    at: '2027-02-01T08:00:00Z',
  };
}
const taught = [
  {
    id: '41',
    name: 'Sloop rigging',
    stage: 'Kajplads',
    outcome: 'open',
    amount: '12000.50',
    owner: 'Liv Holm',
  },
  { id: '48', name: 'Brig refit', stage: 'Kajplads', outcome: 'open', amount: '900.00', owner: 'Ole Vang' },
  { id: '55', name: 'Keel laying', stage: 'Søsat', outcome: 'won', amount: '1500.00', owner: 'Liv Holm' },
].map(({ amount, ...deal }) => ({ ...deal, amount: { decimal: amount, currency: 'EUR' } }));

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

describe('what stands around the cards', () => {
  const plain = (heads: string, titles = '') =>
    `<main>${heads}<div class="board">${columns
      .map(
        (_, nth) =>
          `<section class="col">${titles}<div class="list">${deals
            .filter(({ at }) => at === nth)
            .map(cardOf)
            .join('')}</div></section>`,
      )
      .join('')}</div></main>`;
  const boardOf = (html: string, mappings?: readonly Mapping[]) => {
    const page = pageWith(mappings === undefined ? {} : { mappings });
    page.document.body.innerHTML = html;
    return page;
  };
  const row = (texts: readonly string[]) =>
    `<div class="heads">${texts.map((text) => `<div><b>${text}</b></div>`).join('')}</div>`;
  const stagesOf = (html: string) => {
    const result = atOnce(generic.read(boardOf(html, [mapping()])));
    return result.kind === 'read' ? result.deals.map(({ read }) => read.values.stage) : result.kind;
  };
  const offered = (html: string) => {
    const steps = generic.survey?.(boardOf(html));
    return (steps && atOnce(steps)?.survey.columns.find(({ key }) => key === '#column'))?.values;
  };

  it('may be the names of its columns, in a row before them', () => {
    expect(offered(plain(row(columns)))).toEqual(columns);
    expect(stagesOf(plain(row(columns)))).toEqual(['Kajplads', 'Kajplads', 'Søsat']);
  });

  it('names no column where it is more or fewer, figures, links, or the same twice', () => {
    const more = [...columns, 'Ophugget'];
    const figures = ['12', '3', '4'];
    const twice = ['Kajplads', 'Kajplads', 'Søsat'];
    const links = columns.map((name) => `<a href="/x">${name}</a>`);
    for (const texts of [more, figures, twice, links]) {
      expect(offered(plain(row(texts)))).toBeUndefined();
      expect(stagesOf(plain(row(texts)))).toEqual([undefined, undefined, undefined]);
    }
  });

  it('is not offered as the columns where nothing stands there', () => {
    expect(offered(plain(''))).toBeUndefined();
  });
});

describe('a date behind words that every card has before it', () => {
  const dated = (words: readonly string[]) => (deal: Drawn) =>
    cardOf(deal).replace('</article>', `<em class="d">${words[deal.at] ?? ''} ${deal.at + 3}. maj 2027</em></article>`);
  const closings = (card: (deal: Drawn) => string) => {
    const key = surveyOf({ card })?.survey.columns.find(({ key: one }) => one.includes('em.d'))?.key ?? '';
    const told = mapping();
    return valuesOf({ card, mappings: [{ ...told, columns: { ...told.columns, [key]: 'closeOn' } }] });
  };

  it('is read without them', () => {
    const card = dated(['Lukkes ca.', 'Lukkes ca.', 'Lukkes ca.']);
    expect(closings(card)).toMatchObject([{ closeOn: '2027-05-03' }, { closeOn: '2027-05-03' }, { closeOn: '2027-05-05' }]);
  });

  it('is refused where the words differ: they may say which date it is', () => {
    const all = closings(dated(['Lukkes', 'Lukkes', 'Oprettet']));
    expect(Array.isArray(all) && all.some((deal) => 'closeOn' in deal)).toBe(false);
  });
});

describe('cards below each other, in no columns', () => {
  const listed = (cards: readonly Drawn[] = deals) => `<main><div class="pile">${cards.map(cardOf).join('')}</div></main>`;
  const pageOf = (html: string, mappings: readonly Mapping[] = [], path = '/vorgaenge') => {
    const page = pageWith({ mappings, path });
    page.document.body.innerHTML = html;
    return page;
  };
  const surveyed = (html: string) => {
    const steps = generic.survey?.(pageOf(html));
    return steps && atOnce(steps)?.survey;
  };
  const told = { ...mapping(), columns: { ...mapping().columns, hvem: 'owner', '#column': null } } as const;
  const read = (html: string, mappings: readonly Mapping[], path?: string) => {
    const result = atOnce(generic.read(pageOf(html, mappings, path)));
    return result.kind === 'read' ? result.deals.map(({ read: { id, values } }) => ({ id, ...values })) : result.kind;
  };
  const expected = taught.map(({ stage: _, outcome: __, ...deal }) => deal);

  it('are offered place by place, without columns', () => {
    expect(surveyed(listed())).toMatchObject({ kind: 'board', view: 'board /vorgaenge' });
    expect(surveyed(listed())?.columns.map(({ values }) => values[0])).toEqual([
      'Sloop rigging',
      '12.000,50 €',
      '8.000,00 €',
      'Liv Holm',
    ]);
  });

  it('are read as taught, whatever the address says, and untaught not at all', () => {
    expect(read(listed(), [told])).toEqual(expected);
    expect(read(listed(), [{ ...told, view: 'board /deals' }], '/deals')).toEqual(expected);
    expect(read(listed(), [])).toBe('not-deals');
    expect(read(listed(), [], '/deals')).toBe('not-deals');
  });

  it('are not read as taught where they have become others', () => {
    const other = listed().replaceAll('class="s1"', 'class="sum"').replaceAll('<a ', '<b ').replaceAll('</a>', '</b>');
    expect(read(other, [told])).toBe('not-deals');
  });
});
