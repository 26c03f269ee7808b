import type { DBCore, DBCoreMutateRequest, DBCoreMutateResponse, DBCoreTable, Middleware } from 'dexie';
import { isMirrored, ownScope } from './derived';
import type { Op } from './record';

/** What a transaction has done so far. */
export interface Recording {
  readonly ops: Op[];
  /** Whether it changed any table, mirrored or not. */
  touched: boolean;
}

const recordings = new WeakMap<object, Recording>();

/** Notes from now on what a transaction of a database with the {@link recorder} does. */
export function record(transaction: IDBTransaction): Recording {
  const recording: Recording = { ops: [], touched: false };
  recordings.set(transaction, recording);
  return recording;
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
        mutate: (request) =>
          table.mutate(request).then((response) => {
            const recording = recordings.get(request.trans);
            if (recording !== undefined) note(recording, name, opOf(table, request, response));
            return response;
          }),
      };
    },
  }),
};

function note(recording: Recording, table: string, op: Op | undefined): void {
  if (op === undefined) return;
  recording.touched = true;
  if (isMirrored(table)) recording.ops.push(op);
  else if (table === 'summary' && 'put' in op) {
    const put = op.put.filter((row) => 'scope' in row && row.scope === ownScope);
    if (put.length > 0) recording.ops.push({ table, put });
  }
}

function opOf(
  { name: table, schema }: DBCoreTable,
  request: DBCoreMutateRequest,
  { failures, results = [] }: DBCoreMutateResponse,
): Op | undefined {
  if (request.type === 'deleteRange') {
    const { lower, upper, lowerOpen, upperOpen } = request.range;
    return { table, clear: { lower, upper, lowerOpen, upperOpen } };
  }
  const done = (_: unknown, nth: number) => failures[nth] === undefined;
  if (request.type === 'delete') {
    const drop: IDBValidKey[] = request.keys.filter(done);
    return drop.length === 0 ? undefined : { table, drop };
  }
  const { autoIncrement, keyPath } = schema.primaryKey;
  const put: object[] = request.values
    // The database counts the key up in its own copy of the row.
    .map((row, nth) => (autoIncrement ? { ...row, [String(keyPath)]: results[nth] } : row))
    .filter(done);
  return put.length === 0 ? undefined : { table, put };
}
