import type { RiskFlag } from '../../lib/pipeline/hygiene/risk-flags';
import { t } from '../../lib/i18n/i18n';
import type { Format } from '../ui/format-context';

/** What is amiss, in a few words: "close date 10 days over", "no next step". */
export function flagText(flag: RiskFlag, format: Format): string {
  switch (flag.kind) {
    case 'missing':
      return t(`flag.missing.${flag.field}`);
    case 'zero':
      return t('flag.zero');
    case 'overdue':
      return t(flag.field === 'closeOn' ? 'flag.closeOverdue' : 'flag.stepOverdue', flag.n, {
        count: format.count(flag.n),
      });
    case 'cut':
      return t('flag.cut', { share: format.percent(flag.n) });
    case 'slipped':
      return t('flag.slipped', flag.n, { count: format.count(flag.n) });
    case 'stuck':
      return t('flag.stuck', flag.n, { count: format.count(flag.n) });
  }
}
