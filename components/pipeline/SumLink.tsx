import { t } from '../../lib/i18n/i18n';
import type { MoneySum } from '../../lib/pipeline/glance';
import { isUnknownSum } from '../../lib/pipeline/is-unknown-sum';
import { Dash } from '../ui/Dash';
import { useFormat } from '../ui/format-context';
import { DashboardLink } from '../ui/DashboardLink';
import css from './SumLink.module.css';

/** A sum that opens its deals, a dash where none could be added; `data-minor` and `data-currency` carry it to the minor unit. */
export function SumLink(props: { sum: MoneySum; hash: string; testid: string; size: 'line' | 'hero' }) {
  const format = useFormat();
  const { minor, currency } = props.sum;
  const isUnknown = isUnknownSum(props.sum);
  return (
    <DashboardLink
      className={css[props.size]}
      hash={props.hash}
      data-testid={props.testid}
      data-minor={minor}
      data-currency={currency}
      title={isUnknown ? t('money.unknown') : format.exact(minor, currency)}
    >
      {isUnknown ? <Dash /> : format.compact(minor, currency)}
    </DashboardLink>
  );
}
