// Around the cards of a taught board: names of columns in a row before them, dates behind words, cards in no columns.
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import type { Mapping } from '../../../../lib/deal/mapping';
import {
  cardOf,
  columns,
  deals,
  mapping,
  pageWith,
  surveyOf,
  taught,
  valuesOf,
  type Drawn,
} from './drawn-boards';

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
    cardOf(deal).replace(
      '</article>',
      `<em class="d">${words[deal.at] ?? ''} ${deal.at + 3}. maj 2027</em></article>`,
    );
  const closings = (card: (deal: Drawn) => string, taughtOn = card) => {
    const key =
      surveyOf({ card: taughtOn })?.survey.columns.find(({ key: one }) => one.includes('em.d'))?.key ?? '';
    const told = mapping();
    return valuesOf({ card, mappings: [{ ...told, columns: { ...told.columns, [key]: 'closeOn' } }] });
  };

  it('is read without them', () => {
    const card = dated(['Lukkes ca.', 'Lukkes ca.', 'Lukkes ca.']);
    expect(closings(card)).toMatchObject([
      { closeOn: '2027-05-03' },
      { closeOn: '2027-05-03' },
      { closeOn: '2027-05-05' },
    ]);
  });

  it('is not read where all cards have other words today: it is another date', () => {
    const taughtOn = dated(['Lukkes ca.', 'Lukkes ca.', 'Lukkes ca.']);
    const all = closings(dated(['Vundet den', 'Vundet den', 'Vundet den']), taughtOn);
    expect(Array.isArray(all) && all.some((deal) => 'closeOn' in deal)).toBe(false);
    expect(all).toHaveLength(3);
  });

  it('is refused where the words differ: they may say which date it is', () => {
    const all = closings(dated(['Lukkes', 'Lukkes', 'Oprettet']));
    expect(Array.isArray(all) && all.some((deal) => 'closeOn' in deal)).toBe(false);
  });
});

describe('cards below each other, in no columns', () => {
  const listed = (cards: readonly Drawn[] = deals) =>
    `<main><div class="pile">${cards.map(cardOf).join('')}</div></main>`;
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
    return result.kind === 'read'
      ? result.deals.map(({ read: { id, values } }) => ({ id, ...values }))
      : result.kind;
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
    const other = listed()
      .replaceAll('class="s1"', 'class="sum"')
      .replaceAll('<a ', '<b ')
      .replaceAll('</a>', '</b>');
    expect(read(other, [told])).toBe('not-deals');
  });
});
