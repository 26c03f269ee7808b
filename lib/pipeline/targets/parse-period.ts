import { fiscalPeriod } from '../../calendar/fiscal-period';
import { nextPeriod } from '../../calendar/next-period';
import { foldWord } from '../../crm/parse/fold-word';
import { monthOf } from '../../crm/parse/month-of';
import type { FiscalCalendar } from '../../deal/settings';
import type { Period } from '../glance';

/**
 * The month or quarter that a heading of a spreadsheet names: `Q2 2026`, `2026-Q2`, `2. kvartal 2026`, `K2 26`,
 * `April 2026`, `apr-26`, `2026-04`, `04/2026`. Quarters are those of the fiscal calendar, their year the fiscal one.
 *
 * @returns `undefined` for any other text, and where there is no year: it would have to be guessed.
 */
export function parsePeriod(text: string, calendar: FiscalCalendar): Period | undefined {
  const words = foldWord(text.trim().slice(0, 60))
    .split(/[\s/.,-]+/)
    .filter(Boolean);
  const year = yearOf(words);
  if (year === undefined) return undefined;
  const rest = words.filter((_, nth) => nth !== year.at).join(' ');
  const quarter = /^(?:[qk](?:vartal)?|quarter|kvartal) ?([1-4])$|^([1-4]) ?(?:[qk]|quarter|kvartal)$/.exec(
    rest,
  );
  const nth = quarter?.[1] ?? quarter?.[2];
  if (nth !== undefined) return quarterOf(Number(nth), year.value, { ...calendar, period: 'quarter' });
  const month = /^\d{1,2}$/.test(rest) ? Number(rest) : monthOf(rest);
  if (month === undefined || month < 1 || month > 12) return undefined;
  const day = `${year.value}-${String(month).padStart(2, '0')}-15`;
  return fiscalPeriod(day, { ...calendar, period: 'month' });
}

/** Four figures (with FY before them or not), or two behind the name of a month or quarter. */
function yearOf(words: readonly string[]): { readonly value: number; readonly at: number } | undefined {
  const long = words.findIndex((word) => /^(?:fy)?20\d\d$/.test(word));
  if (long >= 0) return { value: Number(words[long]?.slice(-4)), at: long };
  const short = words.findIndex((word, nth) => nth > 0 && /^(?:fy)?'?\d\d$/.test(word));
  const isNamed = /[a-z]/.test(words[0] ?? '');
  if (short < 0 || !isNamed || words.length > 3) return undefined;
  return { value: 2000 + Number(words[short]?.slice(-2)), at: short };
}

/** The calendar is asked from the year before on: where a fiscal year lies, it alone knows. */
function quarterOf(nth: number, year: number, calendar: FiscalCalendar): Period | undefined {
  let period = fiscalPeriod(`${year - 1}-01-01`, calendar);
  for (let step = 0; step < 12; step += 1) {
    if (period.fiscalYear === year && period.index === nth) return period;
    period = nextPeriod(period, calendar);
  }
  return undefined;
}
