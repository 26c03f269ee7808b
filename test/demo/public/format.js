// @ts-check

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const EMPTY = '—';

/**
 * Writes values as the page's language does; what is empty becomes a dash.
 * @param {'en' | 'da' | 'de'} lang
 * @param {boolean} isoDates
 */
export function createFormat(lang, isoDates) {
  const locale = { en: 'en-GB', da: 'da-DK', de: 'de-DE' }[lang];

  /** @param {string | null} day `YYYY-MM-DD` */
  function date(day) {
    if (day === null) return EMPTY;
    if (isoDates) return day;
    const [year = '', month = '', dayOfMonth = ''] = day.split('-');
    if (lang !== 'en') return `${dayOfMonth}.${month}.${year}`;
    // By hand: Intl writes September as "Sep" or "Sept", depending on the browser's age.
    return `${Number(dayOfMonth)} ${MONTHS[Number(month) - 1]} ${year}`;
  }

  return {
    date,
    /** @param {string | null} instant ISO 8601 UTC; shown in UTC, so that the page is the same everywhere */
    time(instant) {
      if (instant === null) return EMPTY;
      const clock = instant.slice(11, 16);
      return `${date(instant.slice(0, 10))} ${lang === 'da' && !isoDates ? clock.replace(':', '.') : clock}`;
    },
    /** @param {number | null} amount @param {string} currency */
    money(amount, currency) {
      if (amount === null) return EMPTY;
      return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
    },
    /** @param {number} share 0..1 */
    percent(share) {
      return new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
    },
    /** @param {number} count */
    count(count) {
      return new Intl.NumberFormat(locale).format(count);
    },
  };
}

/** @typedef {ReturnType<typeof createFormat>} Format */
