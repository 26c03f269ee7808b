import type { Page } from '../adapter';
import type { CellContext } from './read-values';

/** What every cell of a page is read with: its stated language, and the reader's own day and time zone. */
export function cellContext(page: Page, place: Element): CellContext {
  const zone = Temporal.Now.timeZoneId();
  const today = Temporal.Instant.from(page.now).toZonedDateTimeISO(zone).toPlainDate().toString();
  return { language: place.closest('[lang]')?.getAttribute('lang') ?? '', today, zone };
}
