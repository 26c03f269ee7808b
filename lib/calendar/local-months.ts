/**
 * A function from an instant (milliseconds) to its month, `YYYY-MM`, by the clock of a place. Months are kept once
 * found, since asking the zone for every instant is what takes time.
 *
 * @param timeZone IANA name.
 * @example localMonths('Europe/Copenhagen')(Date.parse('2026-01-31T23:30:00Z')) // '2026-02'
 */
export function localMonths(timeZone: string): (instant: number) => string {
  const months: { readonly from: number; readonly to: number; readonly name: string }[] = [];
  return (instant) => {
    const known = months.find(({ from, to }) => instant >= from && instant < to);
    if (known !== undefined) return known.name;
    const first = Temporal.Instant.fromEpochMilliseconds(instant)
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .with({ day: 1 });
    const month = {
      from: first.toZonedDateTime(timeZone).epochMilliseconds,
      to: first.add({ months: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
      name: first.toString().slice(0, 7),
    };
    months.push(month);
    return month.name;
  };
}
