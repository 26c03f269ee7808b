import type { HandoffRow } from '../../../lib/handoff/handoff-row';
import { t } from '../../../lib/i18n/i18n';

/** How many of the checks are met: `6 yes · 1 no · 1 not known`. */
export function countAnswers(audit: HandoffRow['audit'], count: (n: number) => string): string {
  const of = (answer: HandoffRow['audit'][number]['answer']) =>
    count(audit.filter((item) => item.answer === answer).length);
  return t('pass.counts', { yes: of('yes'), no: of('no'), unknown: of('unknown') });
}
