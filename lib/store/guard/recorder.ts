import {
  Dexie,
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTable,
  type Middleware,
  type PromiseExtended,
} from 'dexie';
import { isMirrored, ownScope } from './derived';
import type { Op } from './record';

/** What a transaction has done so far. */
export interface Recording {
  readonly ops: Op[];
  /** Whether it changed any table, mirrored or not. */
  touched: boolean;
  /** Until these have settled, `ops` lack rows: the database counts their keys up. */
  readonly counting: PromiseLike<unknown>[];
  /** Other work that the transaction's end waits for: see {@link later}. */
  readonly underWay: PromiseLike<unknown>[];
}

const recordings = new WeakMap<object, Recording>();

/** Notes from now on what a transaction of a database with the {@link recorder} does. */
export function record(transaction: IDBTransaction): Recording {
  const recording: Recording = { ops: [], touched: false, counting: [], underWay: [] };
  recordings.set(transaction, recording);
  return recording;
}

/**
 * Leaves requests of the write under way to be answered while others are made: they are waited for before the commit,
 * and the write fails with them.
 *
 * @param work A promise of Dexie's own: it loses the transaction where other functions run at the same time.
 */
export function later(work: PromiseExtended<unknown>): void {
  const { idbtrans } = Dexie.currentTransaction;
  recordings.get(idbtrans)?.underWay.push(work);
  // Nobody may be waiting yet when it fails.
  work.catch(() => {});
}

/** Sees every change of every table, with the keys that the database gave. */
export const recorder: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'recorder',
  create: (core) => ({
    table(name) {
      const table = core.table(name);
      return {
        ...table,
        mutate: (request) => {
          const recording = recordings.get(request.trans);
          if (recording === undefined) return table.mutate(request);
          const op = opOf(table, request);
          // Its rows go with the database's answer, where they hang on it.
          note(recording, name, op);
          const answer = table.mutate(request).then((response) => {
            settle(op, table, response);
            return response;
          });
          if (isCounted(table) && 'put' in op) recording.counting.push(answer);
          return answer;
        },
      };
    },
  }),
};

function note(recording: Recording, table: string, op: GrowingOp): void {
  if (('put' in op && op.put.length === 0) || ('drop' in op && op.drop.length === 0)) return;
  recording.touched = true;
  if (isMirrored(table)) recording.ops.push(op);
  else if (table === 'summary' && 'put' in op) {
    const put = op.put.filter((row) => 'scope' in row && row.scope === ownScope);
    if (put.length > 0) recording.ops.push({ table, put });
  }
}

/** An op whose rows can still be changed. */
type GrowingOp = Exclude<Op, { put: unknown }> | { readonly table: string; readonly put: object[] };

function opOf({ name: table }: DBCoreTable, request: DBCoreMutateRequest): GrowingOp {
  if (request.type === 'deleteRange') {
    const { lower, upper, lowerOpen, upperOpen } = request.range;
    return { table, clear: { lower, upper, lowerOpen, upperOpen } };
  }
  if (request.type === 'delete') return { table, drop: [...request.keys] };
  return { table, put: [...request.values] };
}

/** What the answer says of the rows: which were not written, and the keys of those whose keys the database counts. */
function settle(
  op: GrowingOp,
  table: DBCoreTable,
  { failures, numFailures, results = [] }: DBCoreMutateResponse,
): void {
  const done = (_: unknown, nth: number) => failures[nth] === undefined;
  if ('put' in op && (numFailures > 0 || isCounted(table))) {
    const { keyPath } = table.schema.primaryKey;
    // The database counts the key up in its own copy of the row.
    const rows = op.put.map((row, nth) =>
      isCounted(table) ? { ...row, [String(keyPath)]: results[nth] } : row,
    );
    op.put.splice(0, rows.length, ...rows.filter(done));
  }
  if ('drop' in op && numFailures > 0) op.drop.splice(0, op.drop.length, ...op.drop.filter(done));
}

function isCounted({ schema }: DBCoreTable): boolean {
  return schema.primaryKey.autoIncrement === true;
}
