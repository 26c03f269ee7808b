import type { Rate, TooFew } from '../../lib/handoff/rate';
import { t } from '../../lib/i18n/i18n';
import { cx } from '../ui/cx';
import { useFormat } from '../ui/format-context';
import css from './HandoffsView.module.css';
import { isFirm } from './is-firm';

/** A share in one cell, with how many handoffs it is of. */
export function ShareCell({ rate, isGrey = false }: { rate: Rate | TooFew; isGrey?: boolean }) {
  const format = useFormat();
  if ('kind' in rate)
    return (
      <td className={cx(css.right, css.grey)} data-n={rate.n}>
        –
      </td>
    );
  return (
    <td className={cx(css.right, (isGrey || !isFirm(rate.n)) && css.grey)} data-n={rate.n}>
      {format.percent(rate.value)}{' '}
      <span className={css.grey}>{t('handoffs.ofSoMany', { n: format.count(rate.n) })}</span>
    </td>
  );
}
