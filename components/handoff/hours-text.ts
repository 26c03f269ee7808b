import type { HoursMeasure } from '../../lib/handoff/hours-measure';
import type { TooFew } from '../../lib/handoff/rate';
import type { HourRange } from '../../lib/handoff/touch';
import { t } from '../../lib/i18n/i18n';
import type { Format } from '../ui/format-context';

/** Business hours: `9 h`, `3–12 h` where only bounds are known; under ten with a decimal. @param isBare Without the unit. */
export function hoursText(hours: number | HourRange, format: Format, isBare = false): string {
  const { low, high } = typeof hours === 'number' ? { low: hours, high: hours } : hours;
  const number = (one: number) =>
    one < 9.95 ? format.decimal(String(Math.round(one * 10) / 10)) : format.count(Math.round(one));
  const [from, to] = [number(low), number(high)];
  const text = from === to ? from : `${from}–${to}`;
  return isBare ? text : t('handoffs.hours', { hours: text });
}

/** The same of a median or P90; `undefined` where there are too few. */
export function measuredHours(
  of: HoursMeasure | TooFew,
  which: 'median' | 'p90',
  format: Format,
): string | undefined {
  return 'kind' in of ? undefined : hoursText(of[which], format);
}
