import type { ChangeSide, DealChange } from './deal';

/** The two values of a change, each with what it is counted in. */
export function sidesOf({ from, to, units }: Pick<DealChange, 'from' | 'to' | 'units'>): {
  readonly from: ChangeSide;
  readonly to: ChangeSide;
} {
  if (units === undefined) return { from: { value: from }, to: { value: to } };
  return { from: { value: from, unit: units.from }, to: { value: to, unit: units.to } };
}
