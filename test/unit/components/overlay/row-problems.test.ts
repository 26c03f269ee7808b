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

  it('gives none to a row that no problem names', () => {
    expect(problemsOf({ values: { number: 'D-18', name: 'Havsalt Hotels' }, at })).toEqual([]);
  });
});
