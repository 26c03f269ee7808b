// @ts-check
import { isBoard, renderBoard } from './board.js';
import { api, ApiError, el } from './dom.js';
import { renderList } from './list.js';
import { renderRecord } from './record.js';
import { go, routeOf } from './route.js';

/** @typedef {{ id: string, name: string, role: string }} Person */

const bar = /** @type {HTMLElement} */ (document.getElementById('bar'));
const main = /** @type {HTMLElement} */ (document.getElementById('main'));
const team = api('/api/people');
const stages = api('/api/stages');
let visit = 0;

async function show() {
  visit += 1;
  const current = visit;
  const route = routeOf(new URL(location.href));
  document.documentElement.lang = route.lang;

  try {
    const { people, me } = await team;
    if (current !== visit) return;
    drawBar(route, people.find((/** @type {Person} */ person) => person.id === me)?.name ?? '');
    const page = {
      route,
      main,
      people,
      stages: (await stages).stages,
      // A slow answer must not overwrite the page that the user has gone on to.
      isCurrent: () => current === visit,
    };
    if (route.id !== undefined) await renderRecord(page, route.id);
    else await (isBoard(route) ? renderBoard(page) : renderList(page));
  } catch (error) {
    if (current !== visit) return;
    const isMissing = error instanceof ApiError && error.status === 404;
    document.title = 'Havn CRM';
    main.replaceChildren(
      el('p', { class: 'notice', role: 'alert' }, isMissing ? route.labels.notFound : route.labels.failed),
    );
  }
}

/** @typedef {{ route: import('./route.js').Route, main: HTMLElement, people: Person[], stages: { id: string }[], isCurrent: () => boolean }} Page */

/** @param {import('./route.js').Route} route @param {string} me */
function drawBar(route, me) {
  const { labels, href, lang } = route;
  const language = (/** @type {'en' | 'da' | 'de'} */ code, /** @type {string} */ name) => {
    const params = { ...Object.fromEntries(route.params), lang: code };
    return el(
      'a',
      { href: href(location.pathname, params), lang: code, 'aria-current': code === lang && 'true' },
      name,
    );
  };
  bar.replaceChildren(
    el(
      'a',
      { class: 'brand', href: href('/deals') },
      el('span', { class: 'mark', 'aria-hidden': 'true' }),
      'Havn CRM',
    ),
    el(
      'nav',
      { 'aria-label': labels.mainMenu },
      el('a', { href: href('/deals'), 'aria-current': 'page' }, labels.deals),
    ),
    el(
      'div',
      { class: 'languages' },
      language('en', 'English'),
      language('da', 'Dansk'),
      language('de', 'Deutsch'),
    ),
    el('span', { class: 'me', title: `${labels.signedIn} ${me}` }, me),
  );
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (link === null || !isPlain || event.defaultPrevented || link.origin !== location.origin) return;
  event.preventDefault();
  go(link.href);
  scrollTo(0, 0);
});
addEventListener('popstate', show);
void show();
