import { daysBetween } from '../../../lib/calendar/days-between';
import type { KindProps } from './KindRecordParts';

/** Days of the periods that were forecast, in the mean; 0 where there are none. */
export function meanDays(forecasts: KindProps['own']['forecasts']): number {
  const lengths = forecasts.map(({ start, end }) => daysBetween(start, end));
  return lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length);
}
