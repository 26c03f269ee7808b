import type { ReaderState } from '../../lib/crm/reader-channel';
import { formatCount } from '../../lib/i18n/format';
import { t } from '../../lib/i18n/i18n';

/** How much of the view was read: `20 of 28 in Leads`; where the page states no total, the line says so. */
export function pageScope(state: ReaderState, locale: string): string {
  const n = formatCount(state.rendered, locale);
  const scope = state.view?.scope ?? t('overlay.thisView');
  if (state.statedTotal === undefined) return t('overlay.scopeUnknown', { n, scope });
  return t('overlay.scope', { n, total: formatCount(state.statedTotal, locale), scope });
}
