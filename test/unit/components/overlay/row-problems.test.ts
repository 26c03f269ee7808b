import { describe, expect, it } from 'vitest';
import { rowProblems } from '../../../../components/overlay/row-problems';

const at = '2026-05-19T07:12:00.000Z';

describe('rowProblems', () => {
  const problemsOf = rowProblems([
    { code: 'amount-unreadable', row: 'D-17', text: '12,5,0' },
    { code: 'date-ambiguous', row: 'D-17' },
    { code: 'row-unreadable', row: 'row 7' },
  ]);

  it('finds all problems of a row by its number', () => {
    expect(problemsOf({ values: { number: 'D-17', name: 'Havsalt Hotels' }, at })).toHaveLength(2);
  });

  it('finds those under its number and those under its name', () => {
    const both = rowProblems([
      { code: 'row-refused', row: 'D-17' },
      { code: 'stage-unknown', row: 'Havsalt Hotels' },
    ]);
    expect(both({ id: '17', values: { number: 'D-17', name: 'Havsalt Hotels' }, at })).toHaveLength(2);
    expect(both({ id: 'D-17', values: { number: 'D-17' }, at })).toHaveLength(1);
  });

  it('finds a row by a name that was cut in the problem', () => {
    const name = 'x'.repeat(300);
    expect(
      rowProblems([{ code: 'row-refused', row: name.slice(0, 200) }])({ values: { name }, at }),
    ).toHaveLength(1);
  });

  it('gives none to a row that no problem names', () => {
    expect(problemsOf({ values: { number: 'D-18', name: 'Havsalt Hotels' }, at })).toEqual([]);
  });
});
