import { NEVER } from '../book';
import type { FieldSteps } from './past';
import { placeAt } from './place-at';

/** What a field of a row had as a day began; `undefined`: not known by then. */
export function valueAt(steps: FieldSteps, row: number, asOf: number): number | undefined {
  return (steps.knownFrom[row] ?? NEVER) >= asOf ? undefined : steps.value[placeAt(steps, row, asOf)];
}
