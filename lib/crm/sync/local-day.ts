import { instantOf } from './guards';

/** The day on which an instant falls where the user is: CRMs show their times so. `undefined` for no instant. */
export function localDayOf(value: unknown): string | undefined {
  const instant = instantOf(value);
  if (instant === undefined) return undefined;
  const zone = Temporal.Now.timeZoneId();
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}
