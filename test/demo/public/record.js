// @ts-check
import { api, el } from './dom.js';
import { editForm } from './form.js';
import { EMPTY } from './format.js';

const MARGIN = 0.34;

/**
 * Shows one deal with its history.
 * @param {import('./app.js').Page} page
 * @param {string} id
 */
export async function renderRecord(page, id) {
  const path = `/api/deals/${encodeURIComponent(id)}`;
  const [deal, { changes }] = await Promise.all([api(path), api(`${path}/history`)]);
  if (page.isCurrent()) draw(page, deal, changes);
}

/** @param {import('./app.js').Page} page @param {any} deal @param {any[]} changes */
function draw(page, deal, changes) {
  const { labels, href } = page.route;
  const { sections } = labels;
  document.title = `${deal.name} · Havn CRM`;
  const edit = el('button', { type: 'button', class: 'button primary' }, labels.edit);
  edit.addEventListener('click', () => openForm(page, deal, changes));

  page.main.className = 'record';
  page.main.replaceChildren(
    el('p', { class: 'crumbs' }, el('a', { href: href('/deals') }, labels.deals)),
    el(
      'div',
      { class: 'head' },
      el('h1', {}, deal.name),
      el('span', { class: `stage ${deal.outcome}` }, deal.stage),
      edit,
    ),
    section(sections.deal, dealValues(page, deal)),
    section(sections.people, peopleValues(page, deal)),
    section(sections.progress, progressValues(page, deal)),
    section(sections.qualification, qualificationValues(page, deal)),
    el(
      'section',
      { class: 'card history' },
      el('h2', {}, sections.history),
      historyList(page, deal, changes),
    ),
  );
}

/** @param {import('./app.js').Page} page @param {any} deal @param {any[]} changes */
function openForm(page, deal, changes) {
  const { main, people, stages, route } = page;
  const form = editForm({
    deal,
    people,
    stages,
    labels: route.labels,
    onSaved: () => renderRecord(page, deal.id),
    onCancel: () => draw(page, deal, changes),
  });
  main.replaceChildren(
    el('p', { class: 'crumbs' }, el('a', { href: route.href('/deals') }, route.labels.deals)),
    el('div', { class: 'head' }, el('h1', {}, deal.name)),
    form,
  );
  form.querySelector('select')?.focus();
}

/** @param {string} title @param {[label: string, value: string | null][]} values */
function section(title, values) {
  const pairs = values.map(([label, value]) =>
    el('div', {}, el('dt', {}, label), el('dd', {}, value || EMPTY)),
  );
  return el('section', { class: 'card' }, el('h2', {}, title), el('dl', {}, ...pairs));
}

/** @param {import('./app.js').Page} page @param {any} deal @returns {[string, string | null][]} */
function dealValues({ route: { labels, format } }, deal) {
  const share = (/** @type {number} */ of) => (deal.amount === null ? null : deal.amount * of);
  return [
    [labels.amount, format.money(deal.amount, deal.currency)],
    [labels.currency, deal.currency],
    [labels.stage, deal.stage],
    [labels.status, outcomeName(labels, deal.outcome)],
    [labels.closeOn, format.date(deal.closeOn)],
    [labels.closedOn, format.date(deal.closedOn)],
    [labels.probability, format.percent(deal.probability)],
    [labels.forecastCategory, deal.forecastCategory],
    [labels.weighted, format.money(share(deal.probability), deal.currency)],
    [labels.margin, format.money(share(MARGIN), deal.currency)],
    [labels.lostReason, deal.lostReason],
  ];
}

/** @param {import('./app.js').Page} page @param {any} deal @returns {[string, string | null][]} */
function peopleValues({ route: { labels }, people }, deal) {
  return [
    [labels.account, deal.account],
    [labels.contact, deal.contact],
    [labels.website, deal.website],
    [labels.owner, nameOf(people, deal.owner)],
    [labels.sdr, nameOf(people, deal.sdr)],
    [labels.source, deal.source],
    [labels.channel, deal.channel],
  ];
}

/** @param {import('./app.js').Page} page @param {any} deal @returns {[string, string | null][]} */
function progressValues({ route: { labels, format } }, deal) {
  const held = deal.meetingHeld === null ? null : deal.meetingHeld ? labels.yes : labels.no;
  return [
    [labels.createdAt, format.date(deal.createdAt.slice(0, 10))],
    [labels.lastActivityOn, format.date(deal.lastActivityOn)],
    [labels.nextStep, deal.nextStep],
    [labels.nextStepOn, format.date(deal.nextStepOn)],
    [labels.firstTouchAt, format.time(deal.firstTouchAt)],
    [labels.meetingSetFor, format.time(deal.meetingSetFor)],
    [labels.meetingHeld, held],
  ];
}

/** @param {import('./app.js').Page} page @param {any} deal @returns {[string, string | null][]} */
function qualificationValues({ route: { labels } }, { qualification }) {
  return [
    [labels.authority, qualification.authority],
    [labels.need, qualification.need],
    [labels.urgency, qualification.urgency],
    [labels.money, qualification.money],
  ];
}

/** @param {import('./app.js').Page} page @param {any} deal @param {any[]} changes */
function historyList({ route: { labels, format }, people }, deal, changes) {
  const item = (/** @type {string} */ at, /** @type {string} */ text) =>
    el('li', {}, el('time', { datetime: at }, format.time(at)), el('span', {}, text));
  const valueOf = (/** @type {string} */ field, /** @type {any} */ value) => {
    if (value === null) return EMPTY;
    if (field === 'owner') return nameOf(people, value) ?? value;
    if (field === 'amount') return format.money(value, deal.currency);
    if (field === 'closeOn') return format.date(value);
    return field === 'outcome' ? outcomeName(labels, value) : value;
  };
  const items = changes.map(({ field, from, to, at, reason }) => {
    const label = field === 'outcome' ? labels.status : labels[/** @type {'stage'} */ (field)];
    const text = labels.changed(label, valueOf(field, from), valueOf(field, to));
    return item(at, reason === undefined ? text : `${text} (${reason})`);
  });
  items.unshift(item(deal.createdAt, labels.created(nameOf(people, deal.createdBy) ?? EMPTY)));
  return el('ol', {}, ...items.reverse());
}

/** @param {import('./labels.js').Labels} labels @param {'open' | 'won' | 'lost'} outcome */
function outcomeName(labels, outcome) {
  return labels.outcomes[outcome];
}

/** @param {import('./app.js').Person[]} people @param {string | null} id */
function nameOf(people, id) {
  return people.find((person) => person.id === id)?.name ?? null;
}
