import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import * as format from '../../lib/i18n/format';
import { t } from '../../lib/i18n/i18n';

interface Presentation {
  readonly locale: string;
  /** The present instant, ISO 8601 UTC. */
  readonly now: string;
}

const PresentationContext = createContext<Presentation>({ locale: 'en', now: '1970-01-01T00:00:00.000Z' });

/** The user's own day at an instant: near midnight it is not the day in UTC. */
const dayAt = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate().toString();

const systemClock = (): string => new Date().toISOString();

/** Gives a surface its locale and its clock, once, at the root. Ages on the screen move on by themselves. */
export function FormatProvider(props: { locale: string; clock?: () => string; children: ReactNode }) {
  const clock = props.clock ?? systemClock;
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), 30_000);
    return () => clearInterval(timer);
  }, [clock]);
  const value = useMemo(() => ({ locale: props.locale, now }), [props.locale, now]);
  return <PresentationContext value={value}>{props.children}</PresentationContext>;
}

/** The formatters of lib/i18n/format, bound to the surface's locale and clock. */
export function useFormat() {
  const { locale, now } = useContext(PresentationContext);
  return useMemo(
    () => ({
      locale,
      now,
      /** The user's own day, `YYYY-MM-DD`. */
      today: dayAt(now),
      compact: (minor: number, currency: string) => format.formatMoneyCompact({ minor, currency }, locale),
      whole: (minor: number, currency: string) => format.formatMoneyWhole({ minor, currency }, locale),
      exact: (minor: number, currency: string) => format.formatMoneyExact({ minor, currency }, locale),
      hundredths: (minor: number) => format.formatHundredths(minor, locale),
      decimal: (decimal: string) => format.formatDecimal(decimal, locale),
      percent: (share: number) => format.formatPercent(share, locale),
      times: (times: number) => format.formatTimes(times, locale),
      count: (n: number) => format.formatCount(n, locale),
      /** "3 d ago", "just now". */
      ago: (instant: string) => {
        const age = format.formatAge(instant, now, locale);
        return age === undefined ? t('time.now') : t('time.ago', { age });
      },
      /** "3 d", for narrow columns. */
      age: (instant: string) => format.formatAge(instant, now, locale) ?? t('time.now'),
      date: (date: string) => format.formatDate(date, dayAt(now), locale),
      dateWithYear: (date: string) => format.formatDateWithYear(date, locale),
      month: (date: string, style: 'long' | 'short' = 'long') => format.formatMonth(date, style, locale),
      monthName: (month: number) => format.formatMonthName(month, locale),
      instant: (instant: string) => format.formatInstant(instant, locale),
    }),
    [locale, now],
  );
}

export type Format = ReturnType<typeof useFormat>;
