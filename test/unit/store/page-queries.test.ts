import { expect, test } from 'vitest';
import type { ReadProblem } from '../../../lib/crm/adapter';
import type { Database } from '../../../lib/store/database';
import { readProblems } from '../../../lib/store/page-queries';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, freshDatabase, read } from './open';

const unread = (row: string): ReadProblem => ({
  code: 'amount-unreadable',
  row,
  field: 'amount',
  text: 'soon',
});

let looks = 0;
async function look(database: Database, page: number, at: string, rows: readonly string[]): Promise<void> {
  await writeReads(
    database,
    batch([read(`${(looks += 1)}`, { stage: 'lead' }, at)], {
      at,
      viewedAt: at,
      url: `https://crm.example.com/deals?page=${page}`,
      view: { kind: 'list', name: '/deals', scope: 'Open' },
      problems: rows.map(unread),
    }),
  );
}

const rowsOf = async (database: Database) => (await readProblems(database)).map(({ row }) => row);
const at = (day: number, minute: number) => `2026-03-0${day}T10:${String(minute).padStart(2, '0')}:00.000Z`;

test('what could not be read on one page of a list is still told on the next', async () => {
  const database = freshDatabase();
  await look(database, 1, at(2, 0), ['A', 'B']);
  await look(database, 2, at(2, 1), ['C']);
  expect(await rowsOf(database)).toEqual(['C', 'A', 'B']);
  await look(database, 1, at(2, 2), ['B']);
  expect(await rowsOf(database), 'looked at again, it can be read').toEqual(['B', 'C']);
});

test('a row that has moved to another page is one place; two rows of one name are two', async () => {
  const database = freshDatabase();
  await look(database, 1, at(2, 0), ['A']);
  await look(database, 2, at(2, 1), ['A']);
  expect(await rowsOf(database)).toEqual(['A']);
  await look(database, 2, at(2, 2), ['A', 'A']);
  expect(await rowsOf(database)).toEqual(['A', 'A']);
});

test('a page that was not looked at since yesterday tells nothing of today’s list', async () => {
  const database = freshDatabase();
  await look(database, 2, at(2, 0), ['A']);
  await look(database, 1, at(3, 1), ['B']);
  expect(await rowsOf(database)).toEqual(['B']);
});
