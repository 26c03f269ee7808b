import { cosMixture } from './cos-mixture';
import type { Distribution, SumParts } from './weighted-sum';

interface CosOptions {
  /** The distribution is wanted from 0 to here; hardly anything may lie beyond. */
  readonly upTo: number;
  readonly points: number;
}

/** Distribution of a sum of independent parts: {@link cosMixture} with one level. */
export function cosSum({ values, chances, further, sizes }: SumParts, options: CosOptions): Distribution {
  return cosMixture({ values, sizes, levels: [{ weight: 1, chances, further }] }, options);
}
