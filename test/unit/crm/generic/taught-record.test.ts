// What the user has said of a record's labels beats every guess; a page that nobody understood is read as taught.
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import type { Mapping } from '../../../../lib/deal/mapping';
import { refusalOf } from '../../../../lib/messages/check-own';
import { draftOf, hindranceOf, mappingOf } from '../../../../components/site/teach-draft';

/** Labels that say nothing, or the wrong thing, each in a box with its value behind it. */
const shown = [
  ['Firma', 'Havn Marine'],
  ['Lage', 'Gold'],
  ['Summe X', '12.000,50 €'],
  ['Amount', '70 %'],
  ['Zieltag', '31.12.2026'],
] as const;

const mapping: Mapping = {
  tenant: 'crm.example.com',
  view: 'record /vorgaenge',
  columns: { firma: 'account', lage: 'stage', 'summe x': 'amount', amount: null, zieltag: 'closeOn' },
  stages: [{ name: 'Gold', outcome: 'won' }],
  at: '2027-02-01T08:00:00Z',
};

function aPage(
  pairs: readonly (readonly [string, string])[] = shown,
  { mappings = [], path = '/vorgaenge/41' }: { mappings?: readonly Mapping[]; path?: string } = {},
): Page {
  const document = window.document.implementation.createHTMLDocument('');
  const boxes = pairs.map(
    ([label, value]) =>
      `<div class="row"><div class="lbl">${label}</div><div class="val">${value}</div></div>`,
  );
  document.body.innerHTML = `<main><h1>Sloop rigging</h1><p>Zuletzt geändert von Ida</p>${boxes.join('')}</main>`;
  return {
    document,
    url: new URL(`https://crm.example.com${path}`),
    locale: 'en',
    now: '2027-03-01T08:30:00Z',
    ended: new AbortController().signal,
    mappings,
  };
}

function readOf(page: Page) {
  const result = atOnce(generic.read(page));
  return result.kind === 'read'
    ? result.deals.map(({ read: { id, values } }) => ({ id, values }))
    : result.kind;
}
const surveyOf = (page: Page) => {
  const steps = generic.survey?.(page);
  return steps && atOnce(steps);
};
const taught = {
  id: '41',
  values: {
    name: 'Sloop rigging',
    account: 'Havn Marine',
    stage: 'Gold',
    outcome: 'won',
    amount: { decimal: '12000.50', currency: 'EUR' },
    closeOn: '2026-12-31',
  },
};
const told = { mappings: [mapping] };

describe('a record that the user has taught', () => {
  it('is read as taught, where it was not read at all before', () => {
    expect(readOf(aPage())).toBe('not-deals');
    expect(readOf(aPage(shown, told))).toEqual([taught]);
  });

  it('is read so with values moved or added', () => {
    expect(readOf(aPage([...shown.toReversed(), ['Notiz', 'ruft an']], told))).toEqual([taught]);
  });

  it('is not taken for another: of another address, without an id, or with few of its labels', () => {
    expect(readOf(aPage(shown, { ...told, path: '/auftraege/41' }))).toBe('not-deals');
    expect(readOf(aPage(shown, { ...told, path: '/vorgaenge/neu' }))).toBe('not-deals');
    expect(
      readOf(
        aPage(
          [
            ['Firma', 'Havn'],
            ['Telefon', '12 34'],
            ['Ort', 'Ribe'],
          ],
          told,
        ),
      ),
    ).toBe('not-deals');
  });

  it('loses a value that stands there twice in two ways, and says so', () => {
    const page = aPage([...shown, ['Summe X', '9,00 €']], told);
    const result = atOnce(generic.read(page));
    expect(result).toMatchObject({ kind: 'read', problems: [{ code: 'layout-unknown', field: 'amount' }] });
    expect(readOf(page)).toEqual([
      { ...taught, values: expect.not.objectContaining({ amount: taught.values.amount }) as unknown },
    ]);
  });

  it('does not give the values of one deal to the next, whose address came first', () => {
    const page = aPage(shown, told);
    expect(readOf(page)).toEqual([taught]);
    const next = {
      ...page,
      url: new URL('https://crm.example.com/vorgaenge/48'),
      now: '2027-03-01T08:30:05Z',
    };
    generic.noteShown?.(next, page.url);
    expect(readOf(next)).toBe('not-ready');
  });

  it('corrects a record that was understood', () => {
    const pairs = [
      ['Stage', 'Offer'],
      ['Amount', '€900.00'],
      ['Deal value', '€700.00'],
      ['Close date', '2027-05-04'],
    ] as const;
    const path = '/deals/41';
    const said: Mapping = {
      ...mapping,
      view: 'record /deals',
      columns: { stage: 'stage', amount: null, 'deal value': 'amount', 'close date': 'closeOn' },
      stages: [],
    };
    const amountOf = (mappings: readonly Mapping[]) => {
      const result = atOnce(generic.read(aPage(pairs, { path, mappings })));
      return result.kind === 'read' ? result.deals[0]?.read.values.amount : result.kind;
    };
    expect(amountOf([])).toBeUndefined();
    expect(amountOf([said])).toEqual({ decimal: '700.00', currency: 'EUR' });
  });

  it('knows how a stage ends that was taught on the list', () => {
    const list: Mapping = { ...mapping, view: 'list /deals', columns: { n: 'name', s: 'stage' } };
    const pairs = [
      ['Stage', 'Gold'],
      ['Amount', '€900.00'],
      ['Close date', '2027-05-04'],
    ] as const;
    const [deal] = readOf(aPage(pairs, { path: '/deals/41', mappings: [list] }));
    expect(deal).toMatchObject({ values: { stage: 'Gold', outcome: 'won' } });
  });

  it('says what it is to be asked, with the place of each value', () => {
    const found = surveyOf(aPage());
    expect(found?.survey).toMatchObject({ kind: 'record', view: 'record /vorgaenge', isTaught: false });
    expect(found?.survey.columns.map(({ key, field, by, values }) => [key, field, by, values])).toEqual([
      ['firma', 'account', 'sure', ['Havn Marine']],
      ['lage', null, 'unknown', ['Gold']],
      ['summe x', null, 'unknown', ['12.000,50 €']],
      ['amount', 'amount', 'sure', ['70 %']],
      ['zieltag', null, 'unknown', ['31.12.2026']],
    ]);
    expect([...(found?.places.values() ?? [])].flat().map(({ textContent }) => textContent)).toEqual(
      shown.map(([, value]) => value),
    );
    expect(surveyOf(aPage(shown, told))?.survey).toMatchObject({ isTaught: true, isChanged: false });
    expect(surveyOf(aPage(shown.slice(1), told))?.survey).toMatchObject({ isTaught: true, isChanged: true });
  });

  it('can be kept as it is shown, for its heading names the deal', () => {
    const survey = surveyOf(aPage())?.survey;
    if (survey === undefined) throw new Error('no survey');
    const draft = draftOf(survey);
    expect(hindranceOf(draft, survey.kind)).toBeUndefined();
    expect(refusalOf('mappings', [mappingOf(survey, draft, mapping.at)])).toBeUndefined();
  });

  it('is surveyed with labels of every other make', () => {
    const page = aPage([]);
    const main = page.document.querySelector('main');
    for (const html of [
      '<dl><dt>Lage<dd>Gold<dt>Summe X<dd>9 €<dt>Zieltag<dd>31.12.2026</dl>',
      '<table><tr><th>Lage<td>Gold<tr><th>Summe X<td>9 €<tr><th>Zieltag<td>31.12.2026</table>',
      '<p><label for=a>Lage</label><input id=a value=Gold></p><p><label for=b>Summe X</label><input id=b value="9 €"></p><p><label for=c>Zieltag</label><input id=c value=31.12.2026></p>',
      '<div><span class=k>Lage</span><span class=v>Gold</span></div><div><span class=k>Summe X</span><span class=v>9 €</span></div><div><span class=k>Zieltag</span><span class=v>31.12.2026</span></div>',
    ]) {
      if (main) main.innerHTML = `<h1>Sloop rigging</h1>${html}`;
      expect(
        surveyOf(page)?.survey.columns.map(({ key }) => key),
        html,
      ).toEqual(['lage', 'summe x', 'zieltag']);
    }
  });
});
