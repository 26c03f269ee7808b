import type { Deal, DealChange, DealRead } from '../deal/deal';
import type { ReadSource } from '../deal/evidence-of-read';
import { mergeRead } from '../deal/merge-read';
import type { Database } from './database';

type IdentifiedRead = DealRead & { readonly id: string };

/**
 * The deals that one batch touches: loaded once, merged in memory, written once. Several reads of one deal in a
 * batch see each other.
 */
export class Tally {
  readonly #deals = new Map<string, Deal>();
  readonly #dirty = new Set<string>();
  readonly #changes: DealChange[] = [];
  stored = 0;
  unchanged = 0;
  readonly refused: { index: number; why: string }[] = [];

  /** Loads the deals with these keys; those that do not exist are simply absent. */
  async load(database: Database, keys: readonly string[]): Promise<void> {
    const missing = keys.filter((key) => !this.#deals.has(key));
    const found = await database.deals.bulkGet(missing);
    for (const deal of found) if (deal !== undefined) this.#deals.set(deal.key, deal);
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
    if (merged.changed) this.stored += 1;
    else this.unchanged += 1;
    for (const { field, why } of merged.refused) this.refused.push({ index, why: `${field}: ${why}` });
  }

  async save(database: Database): Promise<void> {
    const deals = [...this.#dirty].flatMap((key) => this.#deals.get(key) ?? []);
    await database.deals.bulkPut(deals);
    await database.changes.bulkAdd(this.#changes);
  }
}
