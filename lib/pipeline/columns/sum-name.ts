import type { SumGroup } from './count-slot';

/** A group's name in the sums. An origin is a list in JSON: where it ends, the unit begins. */
export function sumName({ flags, origin, unit }: Pick<SumGroup, 'flags' | 'origin' | 'unit'>): string {
  return `${flags} ${origin}${unit}`;
}
