// @ts-check
import { api, el } from './dom.js';
import { layouts, searchBox, tabs, viewOf } from './list.js';

/** @param {import('./route.js').Route} route */
export function isBoard({ params }) {
  return params.get('layout') === 'board';
}

/**
 * Shows the deals as cards in columns, one for each stage. With `?ids=hidden` the cards lead nowhere and bear no id, as
 * in a CRM that opens them by script.
 * @param {import('./app.js').Page} page
 */
export async function renderBoard(page) {
  const { route, main, stages, isCurrent } = page;
  const { labels } = route;
  document.title = `${labels.deals} · Havn CRM`;
  const board = el('div', { class: 'board', 'aria-busy': 'true' });
  main.className = 'list';
  main.replaceChildren(
    el('div', { class: 'head' }, el('h1', {}, labels.deals), searchBox(route)),
    el('div', { class: 'views' }, tabs(route), layouts(route)),
    board,
  );
  const query = new URLSearchParams({ view: viewOf(route), size: '120', sort: '-amount' });
  const { deals } = await api(`/api/deals?${query}`);
  if (!isCurrent()) return;
  const used = stages.filter(
    ({ id }) => viewOf(route) === 'all' || deals.some((/** @type {any} */ deal) => deal.stage === id),
  );
  board.replaceChildren(
    ...used.map(({ id }) =>
      column(
        page,
        id,
        deals.filter((/** @type {any} */ deal) => deal.stage === id),
      ),
    ),
  );
  board.removeAttribute('aria-busy');
}

/** @param {import('./app.js').Page} page @param {string} stage @param {any[]} deals */
function column(page, stage, deals) {
  const { format } = page.route;
  const currencies = new Set(deals.map(({ currency }) => currency));
  const sum = deals.reduce((all, { amount }) => all + (amount ?? 0), 0);
  const [only = ''] = currencies;
  return el(
    'section',
    { class: 'lane' },
    el(
      'header',
      {},
      el('h2', {}, stage),
      el('span', { class: 'count' }, format.count(deals.length)),
      el('p', { class: 'sum' }, currencies.size === 1 ? format.money(sum, only) : ''),
    ),
    el('ol', { class: 'cards' }, ...deals.map((deal) => card(page, deal))),
  );
}

/** @param {import('./app.js').Page} page @param {any} deal */
function card({ route, people }, deal) {
  const { labels, format, href, params } = route;
  const owner = people.find((person) => person.id === deal.owner)?.name ?? '';
  const initials = owner
    .split(' ')
    .map(([first = '']) => first)
    .join('');
  const hasId = params.get('ids') !== 'hidden';
  return el(
    'li',
    { class: 'tile', draggable: 'true' },
    hasId ? el('a', { href: href(`/deals/${deal.id}`) }, deal.name) : el('strong', {}, deal.name),
    el('span', { class: 'tile-account' }, deal.account),
    el(
      'div',
      { class: 'foot' },
      el('span', { class: 'tile-amount' }, format.money(deal.amount, deal.currency)),
      el('time', { datetime: deal.closeOn, title: labels.closeOn }, format.date(deal.closeOn)),
      el('span', { class: 'avatar', title: `${labels.owner}: ${owner}` }, initials),
    ),
  );
}
