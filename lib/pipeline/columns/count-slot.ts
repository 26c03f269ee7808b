import { flags, type Chunk } from './columns';
import { sumName } from './sum-name';

/** Rows that are alike for every count: their flags, what their amounts are counted in, and where they are from. */
export interface SumGroup {
  readonly flags: number;
  /** See `unitWord`; empty where nothing is known. */
  readonly unit: string;
  /** See `originWord`. */
  readonly origin: string;
  readonly n: number;
  /** Rows with an amount. */
  readonly priced: number;
  /** Sum of the amounts in minor units of the unit: whole and exact, however large. */
  readonly minor: bigint;
}

/** Sums by flags, origin and unit. A group that has no rows is not there. */
export type Sums = Map<string, SumGroup>;

/** Adds a slot's row to the sums, or takes it out of them: in whole numbers, so that the one undoes the other. */
export function countSlot(
  sums: Sums,
  { chunk, at, words }: { readonly chunk: Chunk; readonly at: number; readonly words: readonly string[] },
  sign: 1 | -1,
): void {
  const bits = chunk.flags[at] ?? 0;
  if ((bits & flags.filled) === 0) return;
  const unit = words[chunk.unit[at] ?? 0] ?? '';
  const origin = words[chunk.origin[at] ?? 0] ?? '';
  const name = sumName({ flags: bits, origin, unit });
  const group = sums.get(name) ?? { flags: bits, unit, origin, n: 0, priced: 0, minor: 0n };
  const amount = chunk.amountMinor[at] ?? Number.NaN;
  const isPriced = !Number.isNaN(amount);
  const n = group.n + sign;
  if (n === 0) sums.delete(name);
  else {
    const priced = group.priced + (isPriced ? sign : 0);
    const minor = group.minor + (isPriced ? BigInt(sign * amount) : 0n);
    sums.set(name, { ...group, n, priced, minor });
  }
}
