import { Dexie } from 'dexie';
import type { Database } from '../database';
import type { StoreState } from '../rows';
import { forgetDerived } from './forget-derived';
import type { Mirror } from './mirror';
import type { JournalRecord, Op } from './record';
import { faultKind, isLostRecord } from '../store-error';

export interface Replayed {
  readonly state: StoreState;
  /** Rows of these tables that the records brought. */
  readonly deals: number;
  readonly changes: number;
  /** True where something in the mirror could not be read, or not be done again. */
  readonly lost: boolean;
}

/**
 * Does the writes of the journal that the store has lost, or was never told to be finished with, once more: one
 * transaction each, so that it can go on after being broken off. What was there already becomes the same again.
 */
export async function replay(
  database: Database,
  mirror: Mirror,
  { from, to }: { readonly from: StoreState; readonly to: number },
): Promise<Replayed> {
  let state = from;
  let lost = false;
  const count = { deals: 0, changes: 0 };
  while (state.generation < to) {
    const generation = state.generation + 1;
    const next = { ...state, generation, content: generation };
    try {
      const record = await recordOf(mirror, next.generation);
      state = { ...next, at: record.at };
      await applyOps(database, record.ops, state);
      for (const op of record.ops) {
        if ('put' in op && (op.table === 'deals' || op.table === 'changes')) count[op.table] += op.put.length;
      }
    } catch (error) {
      // Where the store takes nothing at all, the record has done nothing wrong.
      if (faultKind(error) !== 'bug') throw error;
      lost = true;
      state = next;
      await applyOps(database, [], state);
    }
  }
  return { state, ...count, lost };
}

async function recordOf({ journal }: Mirror, generation: number): Promise<JournalRecord> {
  const record = await journal.get(generation).catch((error: unknown) => {
    // Chromium keeps large records in files of their own, which may be gone.
    if (isLostRecord(error)) return undefined;
    throw error;
  });
  if (record === undefined) throw new Error('the record is gone');
  return record;
}

async function applyOps(database: Database, ops: readonly Op[], state: StoreState): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    for (const op of ops) await applyOp(database, op);
    await forgetDerived(database);
    await database.summary.put(state);
  });
}

async function applyOp(database: Database, op: Op): Promise<void> {
  const table = database.table<object, IDBValidKey>(op.table);
  if ('put' in op) await table.bulkPut(op.put);
  else if ('drop' in op) await table.bulkDelete(op.drop);
  else {
    const { lower = Dexie.minKey, upper = Dexie.maxKey, lowerOpen, upperOpen } = op.clear;
    await table
      .where(':id')
      .between(lower, upper, lowerOpen !== true, upperOpen !== true)
      .delete();
  }
}
