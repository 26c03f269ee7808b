// What reads boards and boxes is a script of its own: a page with a list or a record does without it.
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { generic } from '../../../../lib/crm/generic/adapter';
import { whole } from '../../../../lib/crm/generic/boxes/whole';

function page(body: string, path = '/deals') {
  return {
    document: new DOMParser().parseFromString(`<main>${body}</main>`, 'text/html'),
    url: new URL(path, 'https://crm.example.com'),
    locale: 'en',
    now: '2027-03-01T12:00:00Z',
    ended: new AbortController().signal,
  };
}

const list =
  '<table><tr><th>Name</th><th>Stage</th><th>Amount</th></tr><tr><td>Roof</td><td>Offer</td><td>€5.00</td></tr></table>';
const card = (id: number) => `<li data-deal-id="${id}"><h4>Deal ${id}</h4><p>$5.00</p></li>`;
const board = `<section class="c"><h3>Qualified</h3><ul>${card(7)}${card(9)}</ul></section><section class="c"><h3>Won</h3><ul>${card(4)}${card(8)}</ul></section>`;

it('reads lists without it, and says of a board that it is needed', () => {
  expect(atOnce(generic().read(page(list)))).toMatchObject({ kind: 'read', rendered: 1 });
  expect(atOnce(generic().read(page(board)))).toEqual({ kind: 'not-ready', needs: 'boxes' });
  expect(atOnce(whole.read(page(board)))).toMatchObject({ kind: 'read', rendered: 4 });
});

it('is not needed by a page that shows nothing yet, or only that it is loading', () => {
  for (const body of ['', '<p aria-busy="true">Loading…</p>', '<div role="progressbar"></div>'])
    for (const path of ['/deals', '/deals/7'])
      expect(atOnce(generic().read(page(body, path)))).toEqual({ kind: 'not-ready' });
});

it('is needed where things lie on a page that says for ever that it is loading', () => {
  const busy = `<div role="progressbar"></div>${board}`;
  expect(atOnce(generic().read(page(busy)))).toEqual({ kind: 'not-ready', needs: 'boxes' });
  expect(atOnce(whole.read(page(busy)))).toMatchObject({ kind: 'read', rendered: 4 });
});

describe('where it was asked for in vain', () => {
  const read = (body: string, path = '/deals') =>
    atOnce(generic().read({ ...page(body, path), isWithoutBoxes: true }));

  it('lists are read as ever', () => {
    expect(read(list)).toMatchObject({ kind: 'read', rendered: 1 });
  });

  it('a page of deals is said not to be recognised, be it a board, a list without rows, or a record', () => {
    expect(read(`<div class="kanban">${board}</div>`)).toEqual({
      kind: 'not-deals',
      unknown: { kind: 'board' },
    });
    expect(read(list.replace(/<tr><td>.*<\/tr>/, ''))).toEqual({
      kind: 'not-deals',
      unknown: { kind: 'list' },
    });
    expect(read('<p>Roof</p>', '/deals/7')).toEqual({ kind: 'not-deals', unknown: { kind: 'record' } });
  });

  it('so is a page that is read only because its user has taught it', () => {
    const at = '2027-01-01T00:00:00Z';
    const mappings = [{ tenant: 'crm.example.com', view: 'list /things', columns: {}, stages: [], at }];
    const taught = { ...page('<p>Roof</p>', '/things'), mappings };
    expect(atOnce(generic().read(taught))).toEqual({ kind: 'not-ready', needs: 'boxes' });
    expect(atOnce(generic().read({ ...taught, isWithoutBoxes: true }))).toEqual({
      kind: 'not-deals',
      unknown: { kind: 'list' },
    });
  });

  it('a page without any of these shows no deals, and an empty one is not ready', () => {
    expect(read('<p>Settings</p>')).toEqual({ kind: 'not-deals' });
    expect(read('')).toEqual({ kind: 'not-ready' });
  });
});

it('is not needed on pages about something else', () => {
  for (const path of ['/tickets', '/jobs/pipeline/candidates', '/bewerber/pipeline/kandidaten'])
    expect(atOnce(generic().read(page(board, path)))).toEqual({ kind: 'not-deals' });
});

it('has the survey', () => {
  expect(generic()).toMatchObject({ lacks: 'boxes' });
  expect(generic().survey).toBeUndefined();
  expect(whole.lacks).toBeUndefined();
  expect(atOnce(whole.survey!(page(list)))).toBeDefined();
});
