import type { Period } from '../../lib/pipeline/glance';

const day = 86_400_000;

/** Share 0..1 of the period's days that have begun, today's included; 0 before it and 1 after it. */
export function timeGone(period: Period, today: string): number {
  const at = (date: string) => Date.parse(`${date}T00:00:00Z`);
  const days = (at(period.end) - at(period.start)) / day;
  const gone = (at(today) - at(period.start)) / day + 1;
  return days <= 0 ? 1 : Math.min(1, Math.max(0, gone / days));
}
