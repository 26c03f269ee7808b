import type { ReadProblem } from '../../lib/crm/adapter';
import { isRefusal } from '../../lib/deal/is-refusal';
import { t } from '../../lib/i18n/i18n';

/** How what the page shows, or one row of it, stands in the store. `isWhole`: all of it is there. */
export function storedText(
  stored: boolean,
  problems: readonly ReadProblem[],
): { readonly text: string; readonly isWhole: boolean } {
  if (!stored) return { text: t('overlay.waiting'), isWhole: false };
  return problems.some(({ code }) => isRefusal(code))
    ? { text: t('overlay.notAsShown'), isWhole: false }
    : { text: t('overlay.stored'), isWhole: true };
}
