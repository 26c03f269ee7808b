// Grids whose columns lie in several boxes side by side: those that stay put, and those that scroll.
import { describe, expect, it } from 'vitest';
import { readDrawn as read } from './drawn-page';

type Row = readonly string[];
const cells = (tag: string, texts: Row) => texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
const head = (texts: Row) => `<div><table><thead><tr>${cells('th', texts)}</tr></thead></table></div>`;
const body = (keyed: (nth: number) => string, ...rows: readonly Row[]) =>
  `<div><table><tbody>${rows.map((texts, nth) => `<tr ${keyed(nth)}>${cells('td', texts)}</tr>`).join('')}</tbody></table></div>`;
const uid = (nth: number) => `data-uid="a-${nth + 7}f"`;
const names: readonly Row[] = [['Roof'], ['Crane']];
const rest: readonly Row[] = [
  ['Offer', '€1,250.50', '2027-03-14'],
  ['Won', '€900.00', '2027-02-01'],
];
const heads = head(['Name']) + head(['Stage', 'Amount', 'Close date']);
const both = [
  '– | Roof | Offer | – | 1250.50 EUR | 2027-03-14 | –',
  '– | Crane | Won | won | 900.00 EUR | 2027-02-01 | –',
];

describe('rows that lie in two boxes', () => {
  it('are joined by what tells them apart in both', () => {
    expect(read(`${heads}${body(uid, ...names)}${body(uid, ...rest)}`)).toEqual(both);
  });

  it('are joined by their order where nothing tells them apart', () => {
    expect(read(`${heads}${body(() => '', ...names)}${body(() => '', ...rest)}`)).toEqual(both);
    expect(read(`${heads}${body(uid, ...names)}${body(() => '', ...rest)}`)).toEqual(both);
  });

  it.each([
    ['say that they are of other rows', body((nth) => uid(1 - nth), ...names) + body(uid, ...rest)],
    ['are more in one of them', body(uid, ...names, ['Shed']) + body(uid, ...rest)],
    ['have another number of columns', body(uid, ...names) + body(uid, ...rest.map((row) => row.slice(1)))],
  ])('are not joined where they %s', (_, bodies) => {
    expect(read(`${heads}${bodies}`)).not.toContainEqual(expect.stringContaining('EUR'));
  });

  it('are joined where each of them is a table of its own', () => {
    const rows = (all: readonly Row[]) =>
      `<div>${all.map((texts, nth) => `<table class="item" data-recordid="44${nth}"><tr role="row">${cells('td', texts)}</tr></table>`).join('')}</div>`;
    const above = (texts: Row) =>
      `<div role="row">${texts.map((text) => `<div role="columnheader">${text}</div>`).join('')}</div>`;
    const grid = `<div role="grid"><div>${above(['Name'])}${rows(names)}</div><div>${above(['Stage', 'Amount', 'Close date'])}${rows(rest)}</div></div>`;
    expect(read(grid)).toEqual(both);
  });

  it('are no rows of their own where the whole grid is drawn once more below the columns that stay put', () => {
    const filler = '<td colspan="3"></td>';
    const all = rest.map((row, nth) => [...(names[nth] ?? []), ...row]);
    const again = names.map((row) => `<tr role="row">${cells('td', row)}${filler}</tr>`).join('');
    const titles = ['Name', 'Stage', 'Amount', 'Close date'].map(
      (text) => `<td role="columnheader">${text}</td>`,
    );
    const grid = `<div role="grid"><div><table><tr role="row">${titles.join('')}</tr></table><table><tr role="row">${titles[0]}${filler}</tr></table></div><div>${body(() => '', ...all)}<table>${again}</table></div></div>`;
    expect(read(grid)).toEqual(both);
  });

  describe('and are plain boxes', () => {
    const boxes = (texts: Row) => texts.map((text) => `<div class="c">${text}</div>`).join('');
    const pane = (head: string, rows: readonly Row[], key = (nth: number) => `rec${nth}A`) =>
      `<div class="p">${head}${rows.map((texts, nth) => `<div class="r" data-rowid="${key(nth)}">${boxes(texts)}</div>`).join('')}</div>`;
    const right = `<div class="h">${boxes(['Stage', 'Amount', 'Close date'])}</div>`;
    const known = both.map((text, nth) => text.replace('–', `rec${nth}A`));

    it('are joined by what tells them apart, below the headings of each box', () => {
      expect(read(pane('<div class="h">Name</div>', names) + pane(right, rest))).toEqual(known);
    });

    it('are joined where the headings lie in a box of their own', () => {
      const heads = `<div><div>${boxes(['Name'])}</div><div>${boxes(['Stage', 'Amount', 'Close date'])}</div></div>`;
      expect(read(heads + pane('', names) + pane('', rest))).toEqual(known);
    });

    it('are not joined where they are other rows, or headings are missing', () => {
      const other = pane('<div class="h">Name</div>', names, (nth) => `rec${1 - nth}A`);
      expect(read(other + pane(right, rest))).not.toContainEqual(expect.stringContaining('EUR'));
      expect(read(pane('', names) + pane(right, rest))).not.toContainEqual(expect.stringContaining('EUR'));
    });
  });
});
