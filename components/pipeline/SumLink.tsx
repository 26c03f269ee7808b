import type { MoneySum } from '../../lib/pipeline/glance';
import { useFormat } from '../ui/format-context';
import { DashboardLink } from '../ui/DashboardLink';
import css from './SumLink.module.css';

/** A sum that opens its deals; `data-minor` and `data-currency` carry it to the minor unit. */
export function SumLink(props: { sum: MoneySum; hash: string; testid: string; size: 'line' | 'hero' }) {
  const format = useFormat();
  const { minor, currency } = props.sum;
  return (
    <DashboardLink
      className={css[props.size]}
      hash={props.hash}
      data-testid={props.testid}
      data-minor={minor}
      data-currency={currency}
      title={format.exact(minor, currency)}
    >
      {format.compact(minor, currency)}
    </DashboardLink>
  );
}
