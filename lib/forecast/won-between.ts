import type { Exposure } from './exposure';

/** Value won on days `from` (inside) to `to` (outside), less what credit notes took back on them. */
export function wonBetween(
  { firstDay, wonValue, takenBack }: Pick<Exposure, 'firstDay' | 'wonValue' | 'takenBack'>,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let at = Math.max(0, from - firstDay); at < Math.min(wonValue.length, to - firstDay); at += 1)
    sum += (wonValue[at] ?? 0) - (takenBack[at] ?? 0);
  return sum;
}
