import type { DealChange } from '../../deal/deal';
import type { ImportedCopy } from '../../messages/import-steps';
import { rowsByKey, type Weighed } from './backup-rows';
import type { CheckedBackup } from './check-backup';

/**
 * The deals of a backup, each with its changes: both tables are read side by side in the order of their keys. Changes
 * of a deal that the backup does not have come alone.
 */
export async function* dealCopies(backup: CheckedBackup): AsyncGenerator<Weighed<ImportedCopy>> {
  const [deals, changes] = [rowsByKey(backup, 'deals'), rowsByKey(backup, 'changes')];
  let [deal, change] = [await next(deals), await next(changes)];
  while (deal !== undefined || change !== undefined) {
    const keys = [deal, change].flatMap((row) => row?.item.key ?? []);
    const key = keys.reduce((a, b) => (a < b ? a : b));
    const own: DealChange[] = [];
    let bytes = 0;
    let copy: ImportedCopy = { key, changes: own };
    // Of a deal that stands there twice, the later row.
    for (; deal?.item.key === key; deal = await next(deals)) {
      copy = { ...copy, deal: deal.item };
      bytes += deal.bytes;
    }
    for (; change?.item.key === key; change = await next(changes)) {
      const { id: _, ...row } = change.item;
      own.push(row);
      bytes += change.bytes;
    }
    yield { item: copy, rows: own.length + (copy.deal === undefined ? 0 : 1), bytes };
  }
}

async function next<Row>(rows: AsyncGenerator<Row, void>): Promise<Row | undefined> {
  const { value } = await rows.next();
  return value ?? undefined;
}
