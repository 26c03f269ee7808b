// @ts-check
import { cellsOf, dealAt, HEADINGS } from './deals.js';

/**
 * Shows one deal as a record of labelled values.
 * @param {HTMLElement} main @param {string} id @param {number} count
 */
export function showRecord(main, id, count) {
  const number = Array.from({ length: count }, (_, at) => at).find((at) => dealAt(at).id === id);
  if (number === undefined) throw new Error(`no deal ${id}`);
  const [name = '', ...texts] = cellsOf(dealAt(number));
  const heading = document.createElement('h1');
  heading.textContent = name;
  const pairs = document.createElement('dl');
  for (const [at, text] of texts.entries()) {
    const term = document.createElement('dt');
    term.textContent = HEADINGS[at + 1] ?? '';
    const value = document.createElement('dd');
    value.textContent = text;
    pairs.append(term, value);
  }
  main.replaceChildren(heading, pairs);
}
