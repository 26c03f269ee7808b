import type { HandoffReport } from '../../lib/handoff/handoff-report';
import { t } from '../../lib/i18n/i18n';
import type { Format } from '../ui/format-context';
import type { ShownPeriod } from './handoff-periods';

/** The answer in one sentence: what became of the period's passes, and who waits longer than agreed. */
export function handoffSentence(report: HandoffReport, shown: ShownPeriod, format: Format): string {
  const period = shown.id === '12m' ? t('handoffs.sayYear') : shown.name;
  const { measures, waiting } = report;
  const { passes, accepted, rejected, recycled, undecided, lapsed } = measures;
  if (passes === 0) return t('handoffs.sayNone', { period });
  const said = t('handoffs.say', passes, {
    accepted: format.count(accepted),
    passes: format.count(passes),
    period,
    returned: format.count(rejected + recycled),
    waiting: format.count(undecided),
  });
  const never = lapsed === 0 ? '' : t('handoffs.sayLapsed', { lapsed: format.count(lapsed) });
  const over =
    waiting.over === 0 ? '' : t('handoffs.sayOver', waiting.over, { over: format.count(waiting.over) });
  return `${said}${never}.${over === '' ? '' : ` ${over}`}`;
}
