import { describe, expect, it } from 'vitest';
import { checkProblems, checkRows } from '../../../lib/messages/check-rows';
import { dealRead, history } from '../../../lib/messages/plain-schemas';
import { read } from '../store/open';

const sound = read('1', { name: 'Nordlys' });
const named = { name: 'Fjord', number: 'D-17' };

describe('checkRows', () => {
  it('keeps the sound rows as they are, and says where they stood', () => {
    expect(checkRows(dealRead, [null, sound, 7, sound])).toMatchObject({
      rows: [sound, sound],
      places: [1, 3],
      refused: [{ index: 0 }, { index: 2 }],
    });
  });

  it.each([
    ['no time', { id: '7', values: named }, { row: 'D-17' }],
    ['a field that no deal has', read('7', { ...named, colour: 'red' } as never), { text: 'colour' }],
    ['an amount that is a float', read('7', { amount: 12.5 } as never), { field: 'amount', text: '12.5' }],
    ['an amount in words', read('7', { amount: { decimal: '12k' } }), { field: 'amount', text: '12k' }],
    ['a day that is none', read('7', { closeOn: '2026-02-30' }), { field: 'closeOn', text: '2026-02-30' }],
    ['a chance in percent', read('7', { crmProbability: 40 }), { field: 'crmProbability', text: '40' }],
    ['an unknown outcome', read('7', { outcome: 'maybe' as never }), { field: 'outcome', text: 'maybe' }],
    [
      'a sign for a currency',
      read('7', { amount: { decimal: '1', currency: '$' } }),
      { field: 'amount', text: '$' },
    ],
    ['an empty id', read('', named), { row: 'D-17' }],
    ['an id that is a number', { ...read('7', {}), id: 7 }, { row: 'row 1', text: '7' }],
    ['nothing', undefined, { row: 'row 1' }],
  ])('refuses a row with %s, and names it, the field and the text', (_, row, problem) => {
    const { rows, refused } = checkRows(dealRead, [row]);
    expect(rows).toEqual([]);
    expect(refused).toMatchObject([{ index: 0, problem: { code: 'row-refused', ...problem } }]);
  });

  it('cuts what it quotes', () => {
    const { refused } = checkRows(dealRead, [read('7', { name: 'x'.repeat(30_000) })]);
    expect(refused[0]?.problem.row).toHaveLength(200);
    expect(refused[0]?.problem.text).toBe(`${'x'.repeat(79)}…`);
  });

  it('names a history by its deal', () => {
    expect(checkRows(history, [{ id: '7', history: {} }], 'history-refused').refused).toMatchObject([
      { problem: { code: 'history-refused', row: '7' } },
    ]);
  });
});

describe('checkProblems', () => {
  it('loses none: what is malformed itself says at least which row it is about', () => {
    const good = { code: 'amount-unreadable', row: 'D-17', field: 'amount', text: '12,5,0' };
    expect(
      checkProblems([good, { code: 'row-unreadable', row: 'D-18', text: 'x'.repeat(99) }, 'what?']),
    ).toEqual([good, { code: 'row-unreadable', row: 'D-18' }, { code: 'row-unreadable', row: 'row 3' }]);
  });
});
