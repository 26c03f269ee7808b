// A cell that shows several things in places of their own can be taught by these: the deal's name without the tag and the button beside it.
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { generic as bare } from '../../../../lib/crm/generic/adapter';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import type { Mapping } from '../../../../lib/deal/mapping';

interface Drawn {
  readonly name: string;
  readonly account: string;
  readonly sum: string;
}
const deals: readonly Drawn[] = [
  { name: 'Sloop rigging', account: 'Havn Marine', sum: '$12,000.50' },
  { name: 'Brig refit', account: 'Strand & Co', sum: '$900.00' },
  { name: 'Keel laying', account: 'Havn Marine', sum: '$1,500.00' },
];
const cellOf = ({ name, account }: Drawn) =>
  `<button class="deal">${name}</button><span class="sub">${account}</span><button>Open</button>`;

interface Given {
  readonly mappings?: readonly Mapping[];
  readonly cell?: (deal: Drawn, nth: number) => string;
  readonly all?: readonly Drawn[];
}
function pageWith({ mappings, cell = cellOf, all = deals }: Given = {}): Page {
  const document = window.document.implementation.createHTMLDocument('');
  document.body.innerHTML = `<main><h1>Deals</h1><table><thead><tr><th>Name</th><th>Stage</th><th>Amount</th></tr></thead><tbody>${all
    .map((deal, nth) => `<tr><td>${cell(deal, nth)}</td><td>New</td><td>${deal.sum}</td></tr>`)
    .join('')}</tbody></table></main>`;
  const page = {
    document,
    url: new URL('https://crm.example.com/deals'),
    locale: 'en',
    now: '2027-03-01T08:30:00Z',
    ended: new AbortController().signal,
  };
  return mappings === undefined ? page : { ...page, mappings };
}

function columnsOf(given?: Given) {
  const steps = generic.survey?.(pageWith(given));
  return (steps && atOnce(steps)?.survey.columns) ?? [];
}
function read(given?: Given) {
  const result = atOnce(generic.read(pageWith(given)));
  if (result.kind !== 'read') return result.kind;
  return result.deals.map(({ read: { id, values } }) => [id, values.name, values.account]);
}
const keyOf = (value: string, given?: Given) =>
  columnsOf(given).find(({ values }) => values.includes(value))?.key ?? '';

/** Name and account by their places in the first cell. */
function mapping(given?: Given): Mapping {
  return {
    tenant: 'crm.example.com',
    view: 'list /deals',
    columns: {
      name: null,
      [keyOf('Sloop rigging', given)]: 'name',
      [keyOf('Havn Marine', given)]: 'account',
      stage: 'stage',
      amount: 'amount',
    },
    stages: [{ name: 'New', outcome: 'open' }],
    at: '2027-02-01T08:00:00Z',
  };
}
const expected = deals.map(({ name, account }) => [undefined, name, account]);

describe('a cell with several things in it', () => {
  it('is offered as a whole and by its places; what is the same in each row is not', () => {
    expect(columnsOf().map(({ heading, isPart, values }) => [heading, isPart, values[0]])).toEqual([
      ['Name', undefined, 'Sloop rigging Havn Marine Open'],
      ['Name', true, 'Sloop rigging'],
      ['Name', true, 'Havn Marine'],
      ['Stage', undefined, 'New'],
      ['Amount', undefined, '$12,000.50'],
    ]);
  });

  it('is read by the places that the user named', () => {
    expect(read({ mappings: [mapping()] })).toEqual(expected);
  });

  it('keeps the ids of the rows', () => {
    const cell = ({ name, account }: Drawn, nth: number) =>
      `<a href="/x/${40 + nth * 7}"><b>${name}</b></a> <i>${account}</i>`;
    expect(read({ cell })).toMatchObject([{ 0: '40' }, { 0: '47' }, { 0: '54' }]);
    expect(read({ cell, mappings: [mapping({ cell })] })).toEqual(
      expected.map(([, ...texts], nth) => [String(40 + nth * 7), ...texts]),
    );
  });

  it('may have text of its own beside the places in it', () => {
    const cell = ({ name, account }: Drawn) => `${name} <em>${account}</em>`;
    expect(read({ cell, mappings: [mapping({ cell })] })).toEqual(expected);
  });

  it('is not offered by places that only their number tells apart: one may go and another thing come', () => {
    const two = ({ name, account }: Drawn) => `<div>${name}</div><div>${account}</div>`;
    expect(columnsOf({ cell: two }).map(({ key }) => key)).toEqual(['name', 'stage', 'amount']);
  });

  it('is not offered by its places where it shows one thing, or initials beside it', () => {
    const plain = ({ name }: Drawn) => `<b>${name}</b>`;
    const initials = ({ name }: Drawn) => `<div class="av">${name.slice(0, 1)}</div><div>${name}</div>`;
    for (const cell of [plain, initials])
      expect(columnsOf({ cell }).map(({ key }) => key)).toEqual(['name', 'stage', 'amount']);
  });

  it('is no reason to ask again where it was taught before its places were offered', () => {
    const columns = { name: 'name', stage: 'stage', amount: 'amount' } as const;
    const steps = generic.survey?.(pageWith({ mappings: [{ ...mapping(), columns }] }));
    expect(steps && atOnce(steps)?.survey).toMatchObject({ isTaught: true, isChanged: false });
  });

  it('waits for the script that tells places apart', () => {
    const adapter = bare();
    const page = pageWith({ mappings: [mapping()] });
    expect(atOnce(adapter.read(page))).toEqual({ kind: 'not-ready', needs: 'boxes' });
    expect(atOnce(adapter.read({ ...page, isWithoutBoxes: true }))).toMatchObject({ kind: 'not-deals' });
  });
});
