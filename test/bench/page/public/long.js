// @ts-check
import { showRecord } from './record.js';
import { measure, play } from './script.js';
import { createTable } from './table.js';
import { createVirtualList } from './virtual.js';

// A page of long lists, as a CRM draws them. The address says what is shown; tests drive it by `window.long`.

const main = document.querySelector('main');
const params = new URLSearchParams(location.search);
const count = Number(params.get('rows') ?? 2000);
/** How long the server takes to answer, in milliseconds. */
let answerMs = 0;
/** @type {import('./table.js').List | undefined} */
let list;
let visit = 0;

function show() {
  const mine = ++visit;
  const id = /^\/deals\/(\d+)/.exec(location.pathname)?.[1];
  const draw = () => {
    if (mine !== visit) return;
    if (id !== undefined) {
      list = undefined;
      showRecord(main, id, count);
      return;
    }
    const isVirtual = new URLSearchParams(location.search).get('list') === 'virtual';
    list = (isVirtual ? createVirtualList : createTable)(main, count);
  };
  if (answerMs === 0) draw();
  else setTimeout(draw, answerMs);
}

/** @param {string} path */
function go(path) {
  history.pushState(null, '', path);
  show();
}

addEventListener('popstate', show);
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.origin !== location.origin) return;
  event.preventDefault();
  go(link.pathname + link.search);
});

Object.assign(window, {
  long: {
    go,
    /** @param {number} ms */
    answerAfter: (ms) => void (answerMs = ms),
    list: () => list,
    /** @param {number} seconds */
    play: (seconds) => list && play(list, seconds),
    /** @param {'revise' | 'sort' | 'replace'} step @param {{ times: number, pauseMs: number }} how */
    measure: (step, how) => list && measure(list, step, how),
  },
});
show();
