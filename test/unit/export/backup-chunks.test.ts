import { describe, expect, it } from 'vitest';
import { backupChunks } from '../../../lib/export/backup-chunks';
import type { BackupTableRows } from '../../../lib/export/backup';
import { backupRows } from '../../../lib/store/backup/backup-schemas';
import { z } from '../../../lib/schema';
import { mergeRead } from '../../../lib/deal/merge-read';
import { place } from '../deal/arbitrary-reads';

const header = { stafet: 1, exportedAt: '2026-03-10T08:00:00.000Z' } as const;

async function chunksOf(tables: Iterable<BackupTableRows>): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of backupChunks(header, tables)) chunks.push(chunk);
  return chunks;
}

async function* later(rows: readonly object[]) {
  for (const row of rows) yield await Promise.resolve(row);
}

describe('backupChunks', () => {
  it('writes a header and the tables in their order, rows given at once or as they come', async () => {
    const deals = [{ key: 'a', name: 'Quote " and \n line' }, { key: 'b' }];
    const text = (
      await chunksOf([
        ['deals', later(deals)],
        ['changes', []],
        ['rates', [{ rate: '1' }]],
      ])
    ).join('');
    expect(JSON.parse(text)).toEqual({ ...header, tables: { deals, changes: [], rates: [{ rate: '1' }] } });
    expect(Object.keys((JSON.parse(text) as { tables: object }).tables)).toEqual([
      'deals',
      'changes',
      'rates',
    ]);
  });

  it('writes a whole backup of nothing', async () => {
    expect(JSON.parse((await chunksOf([])).join(''))).toEqual({ ...header, tables: {} });
  });

  it('hands a long table over piece by piece while it is still being read', async () => {
    let read = 0;
    function* rows() {
      for (; read < 10_000; read += 1) yield { key: String(read), name: 'x'.repeat(100) };
    }
    const first = await backupChunks(header, [['deals', rows()]]).next();
    expect(read).toBeLessThan(1_000);
    expect(first.value?.length).toBeLessThan(70_000);
  });

  it('refuses two tables of one name', async () => {
    await expect(
      chunksOf([
        ['deals', []],
        ['deals', []],
      ]),
    ).rejects.toThrow('two tables');
  });

  it('carries merged deals that an import accepts', async () => {
    const amounts = [
      { decimal: '100', currency: 'DKK' },
      { decimal: '250', symbol: '$' },
    ];
    const deals = amounts.map((amount, nth) => {
      const first = mergeRead(
        undefined,
        {
          id: '7',
          at: '2026-03-02T08:00:00.000Z',
          values: { amount: { decimal: '1', currency: 'DKK' }, qualification: { need: 'yes' } },
        },
        { ...place, from: 'api', view: 'sync' },
      );
      return mergeRead(
        first.deal,
        {
          id: '7',
          at: `2026-03-0${nth + 3}T08:00:00.000Z`,
          url: 'https://crm.example.com/7',
          values: { amount },
        },
        { ...place, from: 'page', view: 'list:deals' },
      ).deal;
    });
    const text = (await chunksOf([['deals', deals]])).join('');
    const { tables } = JSON.parse(text) as { tables: { deals: unknown[] } };
    for (const row of tables.deals)
      expect(z.safeParse(backupRows.deals, row).error?.issues ?? []).toEqual([]);
  });
});
