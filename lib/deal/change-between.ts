import type { ChangeSide, DealChange } from './deal';

/** The values of a change from one side to another: the way back from `sidesOf`. */
export function changeBetween(
  from: ChangeSide,
  to: ChangeSide,
): Pick<DealChange, 'from' | 'to'> & Pick<DealChange, 'units'> {
  const values = { from: from.value, to: to.value };
  if (from.unit === undefined && to.unit === undefined) return values;
  return { ...values, units: { from: from.unit ?? {}, to: to.unit ?? {} } };
}
