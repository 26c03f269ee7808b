import { isEmptyText } from './is-empty-text';
import { numberReadings } from './number-readings';
import type { Reading } from './reading';
import { tidyText } from './tidy-text';

/**
 * Reads a share of 0..1. With `%` in the text (or, by `isPercent`, in the heading) the figure is per hundred, and so is
 * a bare one above 1; from there to 0 it is unreadable, for `1` may be one percent or all. Outside 0..100 % it is unreadable.
 *
 * @example parsePercent('12,5 %', false) // value 0.125
 */
export function parsePercent(text: string, isPercent: boolean): Reading<number> {
  if (isEmptyText(text)) return { kind: 'empty' };
  const found = /^(%?) ?(\d[\d.,]*|[.,]\d+) ?(%?)$/.exec(tidyText(text));
  const sign = found?.[1] || found?.[3];
  if (found?.[2] === undefined) return { kind: 'unreadable' };
  const readings = numberReadings(found[2]);
  const shares = [readings['.'], readings[',']].flatMap((number) => {
    // Through text, so that 12.5 % is 0.125 and not its neighbour.
    const share = number === undefined ? Number.NaN : Number(`${number}e-2`);
    const isPerHundred = Boolean(sign) || isPercent || share > 0.01 || share === 0;
    return isPerHundred && share >= 0 && share <= 1 ? [share] : [];
  });
  const [share] = shares;
  return share === undefined ? { kind: 'unreadable' } : { kind: 'value', value: share, approximate: false };
}
