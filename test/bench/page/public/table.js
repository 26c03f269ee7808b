// @ts-check
import { cellsOf, dealAt, HEADINGS } from './deals.js';

/**
 * @typedef {object} List
 * @property {() => HTMLElement} scroller what scrolls the rows
 * @property {() => void} replace draws every row anew, as other elements
 * @property {(step: number) => void} sort puts the rows that are there into another order
 * @property {(rows: number) => void} revise gives so many rows new values, in place
 * @property {() => readonly { number: number, revision: number }[]} order what each place of the list shows
 */

/**
 * A table of all rows.
 * @param {HTMLElement} main @param {number} count
 * @returns {List}
 */
export function createTable(main, count) {
  let order = Array.from({ length: count }, (_, number) => ({ number, revision: 0 }));
  const body = document.createElement('tbody');
  const table = document.createElement('table');
  table.append(headRow(), body);
  const heading = document.createElement('h1');
  heading.textContent = 'Deals';
  const total = document.createElement('p');
  total.textContent = `1–${count} of ${count} deals`;
  main.replaceChildren(heading, total, table);
  let turn = 0;

  const replace = () => body.replaceChildren(...order.map(rowOf));
  replace();
  return {
    scroller: () => document.documentElement,
    replace,
    order: () => order,
    sort(step) {
      const rows = [...body.rows];
      const places = order.map((_, at) => (at * step) % count);
      if (new Set(places).size !== count) throw new Error(`${step} is no order of ${count} rows`);
      order = places.map((at) => order[at]);
      body.append(...places.map((at) => rows[at]));
    },
    revise(rows) {
      for (let n = 0; n < rows; n += 1) {
        const at = (turn * 37 + n * 11) % count;
        const had = order[at];
        const next = { number: had.number, revision: had.revision + 1 };
        order = order.with(at, next);
        fillRow(body.rows[at], next);
      }
      turn += 1;
    },
  };
}

export function headRow() {
  const head = document.createElement('thead');
  const row = head.insertRow();
  for (const text of HEADINGS) {
    const cell = document.createElement('th');
    cell.textContent = text;
    row.append(cell);
  }
  return head;
}

/** @param {{ number: number, revision: number }} place */
export function rowOf(place) {
  const row = document.createElement('tr');
  for (let at = 0; at < HEADINGS.length; at += 1) {
    const cell = row.insertCell();
    if (at === 0) cell.append(document.createElement('a'));
    else if (at === 2) cell.append(document.createElement('span'));
    else cell.append('');
  }
  fillRow(row, place);
  return row;
}

/** @param {HTMLTableRowElement} row @param {{ number: number, revision: number }} place */
function fillRow(row, { number, revision }) {
  const deal = dealAt(number, revision);
  for (const [at, text] of cellsOf(deal).entries()) {
    const cell = row.cells[at];
    const inner = cell?.firstElementChild ?? cell;
    if (inner !== undefined && inner.textContent !== text) inner.textContent = text;
  }
  const link = row.querySelector('a');
  link?.setAttribute('href', `/deals/${deal.id}`);
  const stage = row.querySelector('span');
  if (stage !== null) stage.className = 'stage';
}

/**
 * Changes texts and nothing else, as frameworks do: no node comes or goes.
 * @param {HTMLTableRowElement} row @param {{ number: number, revision: number }} place
 */
export function retextRow(row, { number, revision }) {
  const deal = dealAt(number, revision);
  for (const [at, text] of cellsOf(deal).entries()) {
    const cell = row.cells[at];
    const node = (cell?.firstElementChild ?? cell)?.firstChild;
    if (node !== null && node !== undefined && node.nodeValue !== text) node.nodeValue = text;
  }
  row.querySelector('a')?.setAttribute('href', `/deals/${deal.id}`);
}
