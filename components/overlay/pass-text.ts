import type { HandoffRow } from '../../lib/handoff/handoff-row';
import { formatCount } from '../../lib/i18n/format';
import { t } from '../../lib/i18n/i18n';

/** How many checks of the audit list are met: "Handoff 6 of 8". */
export function passText({ audit }: HandoffRow, locale: string): string {
  const yes = audit.filter(({ answer }) => answer === 'yes').length;
  return t('pass.ofChecks', { yes: formatCount(yes, locale), all: formatCount(audit.length, locale) });
}
