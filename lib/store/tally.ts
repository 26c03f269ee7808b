import type { RefusedRead } from '../crm/adapter';
import type { Deal, DealChange, DealRead } from '../deal/deal';
import type { ReadSource } from '../deal/evidence-of-read';
import type { JoinedDeal } from '../deal/join-evidence';
import type { RefusedMoney } from '../deal/join-money';
import { mergeRead } from '../deal/merge-read';
import { rowName } from '../deal/row-name';
import type { Placed } from './columns/column-rows';
import { putDeals } from './columns/put-rows';
import { withoutSlot } from './columns/without-slot';
import type { Database } from './database';
import { later } from './guard/recorder';
import { refusedField } from './refused-field';

type IdentifiedRead = DealRead & { readonly id: string };

/**
 * The deals that one batch touches: loaded once, merged in memory, written once. Several reads of one deal in a
 * batch see each other.
 */
export class Tally {
  readonly #deals = new Map<string, Deal>();
  /** The rows of those that were stored before. */
  readonly #rows = new Map<string, Placed<Deal>>();
  readonly #dirty = new Set<string>();
  readonly #changes: DealChange[] = [];
  stored = 0;
  unchanged = 0;
  /** What the merge refused; an index is the read's in the batch. */
  readonly refused: RefusedRead[] = [];

  /** Loads the deals with these keys; those that do not exist are simply absent. */
  async load(database: Database, keys: readonly string[]): Promise<void> {
    const missing = keys.filter((key) => !this.#deals.has(key));
    const found = await database.deals.bulkGet(missing);
    for (const row of found) {
      if (row === undefined) continue;
      this.#rows.set(row.key, row);
      this.#deals.set(row.key, withoutSlot(row));
    }
  }

  get(key: string): Deal | undefined {
    return this.#deals.get(key);
  }

  /** Keeps a merged deal for writing; `write` is false where the merge left it as it was. */
  keep(deal: Deal, changes: readonly DealChange[], write: boolean): void {
    this.#deals.set(deal.key, deal);
    if (write) this.#dirty.add(deal.key);
    this.#changes.push(...changes);
  }

  /** Merges one read of the deal with this key, keeps the outcome and counts it; `index` names the read in refusals. */
  merge(key: string, read: IdentifiedRead, { source, index }: { source: ReadSource; index: number }): void {
    const merged = mergeRead(this.#deals.get(key), read, source);
    this.keep(merged.deal, merged.changes, merged.changed || merged.touched);
    this.count(read, merged, index);
  }

  /** Counts the outcome of one read's merge, of a deal or of a row without id. */
  count(read: DealRead, { changed, refused }: JoinedDeal, index: number): void {
    if (changed) this.stored += 1;
    else this.unchanged += 1;
    this.refuse(read, refused, index);
  }

  /** Notes what was refused of one read; no `index`: of what an earlier batch had read. */
  refuse(read: Pick<DealRead, 'values'>, refused: readonly RefusedMoney[], index?: number): void {
    const row = rowName(read, index ?? 0);
    for (const one of refused) {
      const problem = refusedField(row, read.values, one);
      this.refused.push(index === undefined ? { problem } : { index, problem });
    }
  }

  async save(database: Database): Promise<void> {
    const changes = [...this.#dirty].flatMap((key) => {
      const after = this.#deals.get(key);
      return after === undefined ? [] : [{ before: this.#rows.get(key), after }];
    });
    // First: the journal waits for their keys.
    later(database.changes.bulkAdd(this.#changes));
    await putDeals(database, changes);
  }
}
