// What reads boards and boxes is a script of its own: a page with a list or a record does without it.
import { expect, it } from 'vitest';
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
