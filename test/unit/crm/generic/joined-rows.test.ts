// Grids whose rows have a part in each of several boxes, numbered alike: the number alone may lie.
import { describe, expect, it } from 'vitest';
import { readDrawn as read } from './drawn-page';

const cell = (role: string, at: number, text: string) =>
  `<div role="${role}" aria-colindex="${at}">${text}</div>`;
const row = (keys: string, first: number, texts: readonly string[], role = 'gridcell') =>
  `<div role="row" ${keys}>${texts.map((text, at) => cell(role, first + at, text)).join('')}</div>`;
const heads = `<div>${row('aria-rowindex="1"', 1, ['Name'], 'columnheader')}</div><div>${row('aria-rowindex="1"', 2, ['Stage', 'Amount'], 'columnheader')}</div>`;
const names = (keyed: (nth: number) => string) =>
  `<div>${['Roof', 'Crane'].map((name, nth) => row(keyed(nth), 1, [name])).join('')}</div>`;
const rest = (keyed: (nth: number) => string) =>
  `<div>${[
    ['Offer', '€1,250.50'],
    ['Won', '€900.00'],
  ]
    .map((texts, nth) => row(keyed(nth), 2, texts))
    .join('')}</div>`;
const grid = (...inner: readonly string[]) => `<div role="grid">${inner.join('')}</div>`;
const both = ['Roof | Offer | – | 1250.50 EUR', 'Crane | Won | won | 900.00 EUR'];
const shown = (main: string) => read(main).map((text) => text.split(' | ').slice(1, 5).join(' | '));

describe('parts of rows in several boxes', () => {
  it('are joined where their numbers and all their other keys agree', () => {
    const plain = (nth: number) => `aria-rowindex="${nth + 2}"`;
    expect(shown(grid(heads, names(plain), rest(plain)))).toEqual(both);
    const keyed = (nth: number) => `${plain(nth)} row-id="o-${1042 + 7 * nth}" row-index="${nth}"`;
    expect(shown(grid(heads, names(keyed), rest(keyed)))).toEqual(both);
  });

  it('are joined though each is a component of its own number', () => {
    const part = (first: number) => (nth: number) =>
      `aria-rowindex="${nth + 2}" row-id="o-${1042 + 7 * nth}" row-index="${nth}" comp-id="${first + nth}"`;
    expect(shown(grid(heads, names(part(41)), rest(part(57))))).toEqual(both);
  });

  it.each(['row-id', 'data-uid', 'data-record-id', 'data-key', 'row-index', 'data-index'])(
    'are not, where %s says that they are of other rows: then nothing of the grid is read',
    (name) => {
      const keyed = (nth: number) => `aria-rowindex="${nth + 2}" ${name}="${nth}7f"`;
      const sorted = (nth: number) => `aria-rowindex="${nth + 2}" ${name}="${1 - nth}7f"`;
      expect(read(grid(heads, names(keyed), rest(sorted)))).toEqual(['not-deals']);
    },
  );

  it('leaves rows whole that bear one number by mistake, in one box or in the groups of a list', () => {
    const whole = (name: string, stage: string, amount: string) =>
      row('aria-rowindex="2"', 1, [name, stage, amount]);
    const first = whole('Roof', 'Offer', '€1,250.50');
    const second = whole('Crane', 'Won', '€900.00');
    const head = `<div>${row('aria-rowindex="1"', 1, ['Name', 'Stage', 'Amount'], 'columnheader')}</div>`;
    expect(shown(grid(head, `<div>${first}${second}</div>`))).toEqual(both);
    expect(shown(grid(head, `<div>${first}</div><div>${second}</div>`))).toEqual(both);
  });
});
