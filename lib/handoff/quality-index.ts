import type { Rate, TooFew } from './rate';
import { TUNING } from './tuning';

/** The parts of the index; `null` for one that must not count. */
export interface IndexParts {
  readonly acceptance: Rate | TooFew;
  readonly completeness: Rate | TooFew;
  readonly stage1to2: Rate | TooFew | null;
  readonly heldRate: Rate | TooFew;
  readonly timeliness: Rate | TooFew;
}

/** 0..100, with the shares that it is made of and the names of those that are missing. */
export interface QualityIndex {
  readonly value: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly missing: readonly string[];
}

/**
 * Geometric mean of the parts that are known, each at least 1 %.
 *
 * @param passes How many there are; said where no part is known.
 */
export function qualityIndex(rates: IndexParts, passes: number): QualityIndex | TooFew {
  const parts: Record<string, number> = {};
  const missing: string[] = [];
  let logs = 0;
  for (const [name, of] of Object.entries(rates) as readonly [string, Rate | TooFew | null][]) {
    if (of === null || 'kind' in of) {
      missing.push(name);
      continue;
    }
    parts[name] = of.value;
    logs += Math.log(Math.max(TUNING.indexFloor, of.value));
  }
  const known = Object.keys(parts).length;
  return known === 0
    ? { kind: 'too-few', n: passes }
    : { value: 100 * Math.exp(logs / known), parts, missing };
}
