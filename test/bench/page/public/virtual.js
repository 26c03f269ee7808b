// @ts-check
import { headRow, retextRow, rowOf } from './table.js';

const rowPx = 26;
const spare = 6;

/**
 * A list that draws only the rows in its scroller and gives them to other deals while one scrolls, by their texts
 * alone. Its heading sticks.
 * @param {HTMLElement} main @param {number} count
 * @returns {import('./table.js').List}
 */
export function createVirtualList(main, count) {
  let order = Array.from({ length: count }, (_, number) => ({ number, revision: 0 }));
  const scroller = document.createElement('div');
  scroller.className = 'scroller';
  const table = document.createElement('table');
  const body = document.createElement('tbody');
  table.append(headRow(), body);
  const heading = document.createElement('h1');
  heading.textContent = 'Deals';
  const total = document.createElement('p');
  total.textContent = `${count} deals`;
  scroller.append(table);
  main.replaceChildren(heading, total, scroller);

  const size = Math.min(count, Math.ceil(scroller.clientHeight / rowPx) + 2 * spare);
  let first = 0;
  const shownAt = (/** @type {number} */ n) => order[first + n];
  // Two rows without cells take the room of all that is not drawn, so that the headings have a table to stick in.
  const [above, below] = [document.createElement('tr'), document.createElement('tr')];
  const rows = Array.from({ length: size }, (_, n) => rowOf(shownAt(n)));
  let turn = 0;

  const draw = () => {
    first = Math.max(0, Math.min(count - size, Math.floor(scroller.scrollTop / rowPx) - spare));
    above.style.height = `${first * rowPx}px`;
    below.style.height = `${(count - size - first) * rowPx}px`;
    for (const [n, row] of rows.entries()) retextRow(row, shownAt(n));
  };
  body.append(above, ...rows, below);
  draw();
  scroller.addEventListener('scroll', draw, { passive: true });
  return {
    scroller: () => scroller,
    order: () => order,
    replace() {
      for (const [n, row] of rows.entries()) {
        const next = rowOf(shownAt(n));
        row.replaceWith(next);
        rows[n] = next;
      }
    },
    sort(step) {
      order = order.map((_, at) => order[(at * step) % count]);
      draw();
    },
    revise(rows) {
      for (let n = 0; n < rows; n += 1) {
        const at = (turn * 37 + n * 11) % count;
        const had = order[at];
        order = order.with(at, { number: had.number, revision: had.revision + 1 });
      }
      turn += 1;
      draw();
    },
  };
}
