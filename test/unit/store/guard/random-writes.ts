import * as fc from 'fast-check';
import type { Database } from '../../../../lib/store/database';
import { later } from '../../../../lib/store/guard/recorder';
import { write } from '../../../../lib/store/write';
import type { Rows } from './world';

/** One write of a worker; between them they use every way in which a store is changed. */
export type RandomWrite =
  | { readonly kind: 'deals'; readonly ids: readonly number[]; readonly value: number }
  | { readonly kind: 'forget-deals'; readonly ids: readonly number[] }
  | { readonly kind: 'change'; readonly ids: readonly number[] }
  | { readonly kind: 'rename-changes'; readonly from: number; readonly to: number }
  | { readonly kind: 'forget-changes'; readonly of: number }
  | { readonly kind: 'rates'; readonly days: readonly number[]; readonly value: number }
  | { readonly kind: 'forget-rates'; readonly from: number }
  | { readonly kind: 'clear-rates' }
  | { readonly kind: 'setting'; readonly value: number }
  | { readonly kind: 'nothing' };

const id = fc.nat(9);
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 4 });
const value = fc.nat(1000);

export const randomWrite: fc.Arbitrary<RandomWrite> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('deals' as const), ids, value }) },
  fc.record({ kind: fc.constant('forget-deals' as const), ids }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('change' as const), ids }) },
  fc.record({ kind: fc.constant('rename-changes' as const), from: id, to: id }),
  fc.record({ kind: fc.constant('forget-changes' as const), of: id }),
  fc.record({ kind: fc.constant('rates' as const), days: ids, value }),
  fc.record({ kind: fc.constant('forget-rates' as const), from: id }),
  fc.record({ kind: fc.constant('clear-rates' as const) }),
  fc.record({ kind: fc.constant('setting' as const), value }),
  fc.record({ kind: fc.constant('nothing' as const) }),
);

const dealOf = (nth: number, amount = 0) => ({ key: `c|t|${nth}`, id: String(nth), host: 'h', amount });
const rateOf = (day: number, amount: number) => ({ from: 'EUR', to: 'DKK', on: dayOf(day), rate: amount });
const dayOf = (day: number) => `2026-01-0${day}`;
const changeOf = (nth: number) => ({ key: `c|t|${nth}`, field: 'stage' });

/** Does it, through the one door. */
export async function doWrite(database: Database, one: RandomWrite): Promise<void> {
  // Rows of a test have the fields that matter to it: their keys.
  const table = (name: string) => database.table<object>(name);
  const [deals, changes, rates] = [table('deals'), table('changes'), table('rates')] as const;
  await write(database, [deals, changes, rates, database.settings], async () => {
    switch (one.kind) {
      case 'deals':
        return later(deals.bulkPut(one.ids.map((nth) => dealOf(nth, one.value))));
      case 'forget-deals':
        return deals.bulkDelete(one.ids.map((nth) => dealOf(nth).key));
      case 'change':
        return later(changes.bulkAdd(one.ids.map(changeOf)));
      case 'rename-changes':
        return void (await changes
          .where('key')
          .equals(changeOf(one.from).key)
          .modify({ key: changeOf(one.to).key }));
      case 'forget-changes':
        return void (await changes.where('key').equals(changeOf(one.of).key).delete());
      case 'rates':
        return void (await rates.bulkPut(one.days.map((day) => rateOf(day, one.value))));
      case 'forget-rates':
        return void (await rates
          .where(':id')
          .between(['EUR', 'DKK', dayOf(one.from)], ['EUR', 'DKK', '2026-01-08'], true, false)
          .delete());
      case 'clear-rates':
        return rates.clear();
      case 'setting':
        return void (await database.settings.put({ name: 'user', value: one.value }));
      case 'nothing':
        return;
    }
  });
}

interface Row extends Record<string, unknown> {
  readonly key?: string;
  readonly on?: string;
}

/** What the same write does to rows in memory. A change that is added has no id here: chance gives it one. */
export function afterWrite(before: Rows, one: RandomWrite): Rows {
  const rowsOf = (name: string) => (before[name] ?? []) as readonly Row[];
  const put = (name: string, field: string, rows: readonly Row[]) => {
    const gone = new Set(rows.map((row) => row[field]));
    return { ...before, [name]: [...rowsOf(name).filter((row) => !gone.has(row[field])), ...rows] };
  };
  const drop = (name: string, isGone: (row: Row) => boolean) => ({
    ...before,
    [name]: rowsOf(name).filter((row) => !isGone(row)),
  });
  switch (one.kind) {
    case 'deals':
      return put(
        'deals',
        'key',
        one.ids.map((nth) => dealOf(nth, one.value)),
      );
    case 'forget-deals':
      return drop('deals', ({ key }) => one.ids.some((nth) => dealOf(nth).key === key));
    case 'change':
      return { ...before, changes: [...rowsOf('changes'), ...one.ids.map(changeOf)] };
    case 'rename-changes':
      return {
        ...before,
        changes: rowsOf('changes').map((row) =>
          row.key === changeOf(one.from).key ? { ...row, key: changeOf(one.to).key } : row,
        ),
      };
    case 'forget-changes':
      return drop('changes', ({ key }) => key === changeOf(one.of).key);
    case 'rates':
      return put(
        'rates',
        'on',
        one.days.map((day) => rateOf(day, one.value)),
      );
    case 'forget-rates':
      return drop('rates', ({ on = '' }) => on >= dayOf(one.from) && on < '2026-01-08');
    case 'clear-rates':
      return { ...before, rates: [] };
    case 'setting':
      return { ...before, settings: [{ name: 'user', value: one.value }] };
    case 'nothing':
      return before;
  }
}

/** Rows in an order of their own, and without what chance gave them. */
export function inOrder(rows: Rows): Record<string, string[]> {
  const written = Object.entries(rows).map(([name, all]): [string, string[]] => [
    name,
    all.map((row) => JSON.stringify(Object.entries({ ...row, id: undefined }).toSorted())).toSorted(),
  ]);
  return Object.fromEntries(written.filter(([, all]) => all.length > 0));
}
