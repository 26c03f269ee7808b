// @ts-check
import { api, el } from './dom.js';
import { go } from './route.js';

const VIEWS = /** @type {const} */ (['open', 'won', 'lost', 'all']);
const COLUMNS = /** @type {const} */ ([
  'name',
  'account',
  'stage',
  'amount',
  'closeOn',
  'owner',
  'probability',
  'lastActivityOn',
]);

/**
 * Shows the table of deals that the address asks for: at once as an empty table, then with its rows.
 * @param {import('./app.js').Page} page
 */
export async function renderList(page) {
  const { route, main, isCurrent } = page;
  const { labels } = route;
  document.title = `${labels.deals} · Havn CRM`;

  const body = el('tbody', {}, messageRow(labels.loading));
  const pager = el('nav', { class: 'pager', 'aria-label': labels.pagesName });
  const wasSearching = document.activeElement instanceof HTMLInputElement;
  main.className = 'list';
  main.replaceChildren(
    el('div', { class: 'head' }, el('h1', {}, labels.deals), searchBox(route)),
    el('div', { class: 'views' }, tabs(route), layouts(route)),
    el('div', { class: 'card scroll' }, el('table', { class: 'deals' }, tableHead(route), body)),
    pager,
  );

  if (wasSearching) main.querySelector('input')?.focus();

  const query = new URLSearchParams({ view: viewOf(route), page: route.params.get('page') ?? '1' });
  for (const name of ['q', 'sort']) if (route.params.get(name)) query.set(name, route.params.get(name) ?? '');
  const answer = await api(`/api/deals?${query}`);
  if (!isCurrent()) return;
  body.replaceChildren(...answer.deals.map((/** @type {any} */ deal) => row(page, deal, answer.today)));
  if (answer.deals.length === 0) body.append(messageRow(labels.none));
  pager.replaceChildren(...pagerParts(route, answer));
}

/** @param {import('./route.js').Route} route */
export function viewOf({ params }) {
  return VIEWS.find((view) => view === params.get('view')) ?? 'open';
}

/** @param {import('./route.js').Route} route */
export function tabs(route) {
  const current = viewOf(route);
  const links = VIEWS.map((view) => {
    const kept = { q: route.params.get('q') ?? undefined, layout: route.params.get('layout') ?? undefined };
    const href = route.href('/deals', { view, ...kept });
    return el('a', { href, 'aria-current': view === current && 'page' }, route.labels.views[view]);
  });
  return el('nav', { class: 'tabs', 'aria-label': route.labels.viewsName }, ...links);
}

/** @param {import('./route.js').Route} route */
export function layouts(route) {
  const { labels, params } = route;
  const link = (/** @type {'list' | 'board'} */ layout) => {
    const query = { view: viewOf(route), layout: layout === 'board' ? layout : undefined };
    const isCurrent = (params.get('layout') ?? 'list') === layout;
    return el(
      'a',
      { href: route.href('/deals', query), class: isCurrent && 'current' },
      labels.layouts[layout],
    );
  };
  return el('nav', { class: 'layouts', 'aria-label': labels.layoutsName }, link('list'), link('board'));
}

/** @param {import('./route.js').Route} route */
export function searchBox(route) {
  const { labels, params, href } = route;
  const input = el('input', {
    type: 'search',
    name: 'q',
    placeholder: labels.search,
    'aria-label': labels.search,
  });
  input.value = params.get('q') ?? '';
  const form = el('form', { role: 'search' }, input);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(href('/deals', { view: viewOf(route), q: input.value.trim() }));
  });
  return form;
}

/** @param {import('./route.js').Route} route */
function tableHead(route) {
  const { labels, params, href } = route;
  const sort = params.get('sort') ?? (viewOf(route) === 'open' ? 'closeOn' : '-closeOn');
  const cells = COLUMNS.map((column) => {
    const attributes = {
      scope: 'col',
      class: column === 'amount' || column === 'probability' ? 'number' : undefined,
    };
    if (column === 'probability') return el('th', attributes, labels[column]);
    const next = sort === column ? `-${column}` : column;
    const kept = { view: params.get('view') ?? undefined, q: params.get('q') ?? undefined };
    const order = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : undefined;
    return el(
      'th',
      { ...attributes, 'aria-sort': order },
      el('a', { href: href('/deals', { ...kept, sort: next }) }, labels[column]),
    );
  });
  return el('thead', {}, el('tr', {}, ...cells));
}

/** @param {string} text */
function messageRow(text) {
  return el('tr', { class: 'message' }, el('td', { colspan: String(COLUMNS.length) }, text));
}

/** @param {import('./app.js').Page} page @param {any} deal @param {string} today */
function row({ route: { labels, format, href }, people }, deal, today) {
  const isOverdue = deal.outcome === 'open' && deal.closeOn < today;
  return el(
    'tr',
    {},
    el('td', {}, el('a', { href: href(`/deals/${deal.id}`) }, deal.name)),
    el('td', {}, deal.account),
    el('td', {}, el('span', { class: `stage ${deal.outcome}` }, deal.stage)),
    el('td', { class: 'number' }, format.money(deal.amount, deal.currency)),
    el('td', isOverdue ? { class: 'overdue', title: labels.overdue } : {}, format.date(deal.closeOn)),
    el('td', {}, people.find((person) => person.id === deal.owner)?.name ?? ''),
    el('td', { class: 'number' }, format.percent(deal.probability)),
    el('td', {}, format.date(deal.lastActivityOn)),
  );
}

/** @param {import('./route.js').Route} route @param {{ total: number, page: number, size: number, deals: any[] }} answer */
function pagerParts({ labels, format, params, href }, { total, page, size, deals }) {
  const from = total === 0 ? 0 : (page - 1) * size + 1;
  const to = total === 0 ? 0 : from + deals.length - 1;
  const step = (/** @type {string} */ label, /** @type {number} */ target, /** @type {boolean} */ exists) => {
    const query = { ...Object.fromEntries(params), page: String(target) };
    return exists
      ? el('a', { class: 'button', href: href('/deals', query) }, label)
      : el('span', { class: 'button', 'aria-disabled': 'true' }, label);
  };
  return [
    el('p', {}, labels.range(format.count(from), format.count(to), format.count(total))),
    step(labels.previous, page - 1, page > 1),
    step(labels.next, page + 1, to < total),
  ];
}
