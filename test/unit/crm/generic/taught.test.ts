// What the user has said of a list's columns and stages beats every guess, survives small changes, and is asked again after large ones.
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import type { Mapping } from '../../../../lib/deal/mapping';
import { refusalOf } from '../../../../lib/messages/check-own';
import { draftOf, mappingOf } from '../../../../components/site/teach-draft';

/** No heading of these says anything, two mislead, and the address is no deal's. */
const heads = ['Vorgang', 'Firma', 'Lage', 'Weighted value', 'Amount', ''];
const rows = [
  ['Sloop rigging', 'Havn', 'Green', '€12,000.50', '7 %', 'Liv'],
  ['Brig refit', 'Strand', 'Red', '€900.00', '70 %', 'Ole'],
  ['Keel', 'Havn', 'Gold', '€1,500.00', '100 %', 'Liv'],
];
const mapping: Mapping = {
  tenant: 'crm.example.com',
  view: 'list /vorgaenge',
  columns: {
    vorgang: 'name',
    firma: 'account',
    lage: 'stage',
    'weighted value': 'amount',
    amount: null,
    '#6/6': 'owner',
  },
  stages: [
    { name: 'Green', outcome: 'open' },
    { name: 'Gold', outcome: 'won' },
    { name: 'Red', outcome: 'lost' },
  ],
  at: '2027-02-01T08:00:00Z',
};

function pageWith(
  columns: readonly number[],
  { mappings, path = '/vorgaenge' }: { mappings?: readonly Mapping[]; path?: string } = {},
): Page {
  const document = window.document.implementation.createHTMLDocument('');
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${columns.map((at) => `<${tag}>${cells[at] ?? 'x'}</${tag}>`).join('')}</tr>`;
  document.body.innerHTML = `<main><table><thead>${row(heads, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table></main>`;
  const url = new URL(`https://crm.example.com${path}`);
  const page = {
    document,
    url,
    locale: 'en',
    now: '2027-03-01T08:30:00Z',
    ended: new AbortController().signal,
  };
  return mappings === undefined ? page : { ...page, mappings };
}
const all = [0, 1, 2, 3, 4, 5];

function valuesOf(page: Page) {
  const result = atOnce(generic.read(page));
  return result.kind === 'read' ? result.deals.map(({ read }) => read.values) : result.kind;
}
function surveyOf(page: Page) {
  const steps = generic.survey?.(page);
  return steps && atOnce(steps)?.survey;
}

const taught = [
  {
    name: 'Sloop rigging',
    account: 'Havn',
    stage: 'Green',
    outcome: 'open',
    amount: { decimal: '12000.50', currency: 'EUR' },
    owner: 'Liv',
  },
  {
    name: 'Brig refit',
    account: 'Strand',
    stage: 'Red',
    outcome: 'lost',
    amount: { decimal: '900.00', currency: 'EUR' },
    owner: 'Ole',
  },
  {
    name: 'Keel',
    account: 'Havn',
    stage: 'Gold',
    outcome: 'won',
    amount: { decimal: '1500.00', currency: 'EUR' },
    owner: 'Liv',
  },
];

describe('a list that the user has taught', () => {
  it('is read as taught, where it was not read at all before', () => {
    expect(valuesOf(pageWith(all))).toBe('not-deals');
    expect(valuesOf(pageWith(all, { mappings: [mapping] }))).toEqual(taught);
  });

  it('is read so with columns moved or added; what is known by its place alone only while there are as many', () => {
    expect(valuesOf(pageWith([3, 0, 4, 2, 1, 5], { mappings: [mapping] }))).toEqual(taught);
    const withoutOwner = taught.map(({ owner: _, ...values }) => values);
    expect(valuesOf(pageWith([...all, 6], { mappings: [mapping] }))).toEqual(withoutOwner);
  });

  it('is not taken for another: of another address, or without the column of the names', () => {
    expect(valuesOf(pageWith(all, { mappings: [mapping], path: '/auftraege' }))).toBe('not-deals');
    expect(valuesOf(pageWith([1, 2, 3, 4, 5], { mappings: [mapping] }))).toBe('not-deals');
  });

  it('has no other list of its page read, where the page does not say that it is about deals', () => {
    const page = pageWith(all, { mappings: [mapping], path: '/vorgaenge/41' });
    page.document.body.firstElementChild?.insertAdjacentHTML(
      'beforeend',
      '<table><thead><tr><th>Name<th>Stage<th>Amount</tr></thead><tbody><tr><td>Anchor<td>Won<td>€7.00</tr></tbody></table>',
    );
    expect(valuesOf(page)).toEqual(taught);
  });

  it('lets a status say more than that a stage is an open one', () => {
    const told = { ...mapping, columns: { ...mapping.columns, firma: 'status' as const } };
    const page = pageWith(all, { mappings: [told] });
    for (const [nth, status] of ['Won', 'Lost', 'Lost'].entries()) {
      const cell = page.document.querySelectorAll('tbody tr')[nth]?.children[1];
      if (cell !== undefined) cell.textContent = status;
    }
    const result = atOnce(generic.read(page));
    const read = result.kind === 'read' ? result : undefined;
    expect(read?.deals.map((one) => one.read.values.outcome)).toEqual(['won', 'lost', undefined]);
    expect(read?.problems).toMatchObject([{ code: 'stage-unknown', row: 'Keel', field: 'outcome' }]);
  });

  it('is not taken for another module under the same path', () => {
    const told = { mappings: [{ ...mapping, view: 'list /index.php module=Vorgang' }] };
    expect(valuesOf(pageWith(all, { ...told, path: '/index.php?module=Vorgang&page=2' }))).toEqual(taught);
    expect(valuesOf(pageWith(all, { ...told, path: '/index.php?module=Angebot' }))).toBe('not-deals');
    const byHash = { mappings: [{ ...mapping, view: 'list / #Vorgang' }] };
    expect(valuesOf(pageWith(all, { ...byHash, path: '/#Vorgang' }))).toEqual(taught);
    expect(valuesOf(pageWith(all, { ...byHash, path: '/#Angebot' }))).toBe('not-deals');
  });

  it('knows two columns of one heading apart', () => {
    const keys = surveyOf(pageWith([0, 1, 2, 2, 4]))?.columns.map(({ key }) => key);
    expect(keys).toEqual(['vorgang', 'firma', 'lage', 'lage (2)', 'amount']);
  });

  it('can be kept whatever its columns were taken for: each field that a heading may name can be chosen', () => {
    const page = pageWith(all);
    for (const [nth, heading] of ['First touch', 'Meeting held', 'Authority'].entries()) {
      const cell = page.document.querySelectorAll('th')[nth + 1];
      if (cell !== undefined) cell.textContent = heading;
    }
    const survey = surveyOf(page);
    expect(survey?.columns.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['firstTouchAt', 'meetingHeld', 'authority']),
    );
    const kept = survey && mappingOf(survey, draftOf(survey), mapping.at);
    expect(refusalOf('mappings', [kept])).toBeUndefined();
  });

  it('says what it is to be asked: what stands in each column, and what is known of it', () => {
    const survey = surveyOf(pageWith(all));
    expect(survey).toMatchObject({ tenant: 'crm.example.com', view: 'list /vorgaenge', isTaught: false });
    expect(survey?.columns.map(({ key, field, by }) => [key, field, by])).toEqual([
      ['vorgang', null, 'unknown'],
      ['firma', 'account', 'sure'],
      ['lage', null, 'unknown'],
      ['weighted value', null, 'unknown'],
      ['amount', 'amount', 'sure'],
      ['#6/6', null, 'unknown'],
    ]);
    expect(survey?.columns[2]?.values).toEqual(['Green', 'Red', 'Gold']);
  });

  it('is asked again only where columns came, or a taught one went', () => {
    const told = { mappings: [mapping] };
    expect(surveyOf(pageWith(all, told))).toMatchObject({ isTaught: true, isChanged: false });
    expect(surveyOf(pageWith([5, 4, 3, 2, 1, 0], told))).toMatchObject({ isTaught: true, isChanged: true });
    expect(surveyOf(pageWith([0, 1, 2, 3], told))).toMatchObject({ isTaught: true, isChanged: true });
    expect(surveyOf(pageWith(all, told))?.outcomes).toEqual({ Green: 'open', Gold: 'won', Red: 'lost' });
  });
});
