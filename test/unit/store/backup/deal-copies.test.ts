import { expect, it } from 'vitest';
import { dealCopies } from '../../../../lib/store/backup/deal-copies';
import type { CheckedBackup } from '../../../../lib/store/backup/check-backup';
import { createSplitter } from '../../../../lib/store/backup/split-backup';

/** A backup as the check leaves it; its rows need no more here than their key. */
function backup(tables: Record<string, object[]>, unsorted: string[] = []): CheckedBackup {
  const text = JSON.stringify({ tables });
  const splitter = createSplitter();
  splitter.push(new TextEncoder().encode(text));
  const { spans } = splitter.end();
  return { kind: 'checked', file: new Blob([text]), spans, unsorted: new Set(unsorted), rows: 0 };
}

async function told(backedUp: CheckedBackup) {
  const copies = [];
  for await (const { item, rows } of dealCopies(backedUp)) copies.push({ ...item, rows });
  return copies;
}

const deals = [{ key: 'a' }, { key: 'c', name: 'C' }, { key: 'd' }];
const changes = [
  { key: 'a', id: 3, to: 1 },
  { key: 'a', id: 9, to: 2 },
  { key: 'b', id: 4, to: 3 },
  { key: 'd', id: 1, to: 4 },
];

const expected = [
  {
    key: 'a',
    deal: { key: 'a' },
    changes: [
      { key: 'a', to: 1 },
      { key: 'a', to: 2 },
    ],
    rows: 3,
  },
  { key: 'b', changes: [{ key: 'b', to: 3 }], rows: 1 },
  { key: 'c', deal: { key: 'c', name: 'C' }, changes: [], rows: 1 },
  { key: 'd', deal: { key: 'd' }, changes: [{ key: 'd', to: 4 }], rows: 2 },
];

it('brings each deal with its changes, and changes of no deal alone', async () => {
  expect(await told(backup({ deals, changes }))).toEqual(expected);
  expect(await told(backup({}))).toEqual([]);
});

it('does the same where the file has them in another order', async () => {
  const shuffled = [changes[3], changes[0], changes[2], changes[1]].map((change) => ({ ...change }));
  const mixed = backup({ changes: shuffled, deals: deals.toReversed() }, ['deals', 'changes']);
  expect(await told(mixed)).toEqual(expected);
});

it('takes the later of two rows of one deal', async () => {
  const twice = backup(
    {
      deals: [
        { key: 'a', n: 1 },
        { key: 'a', n: 2 },
      ],
    },
    ['deals'],
  );
  expect(await told(twice)).toEqual([{ key: 'a', deal: { key: 'a', n: 2 }, changes: [], rows: 1 }]);
});
