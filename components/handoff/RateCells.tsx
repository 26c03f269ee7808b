import type { ConversionRate } from '../../lib/handoff/leads/conversion-rate';
import type { Rate } from '../../lib/handoff/rate';
import { t } from '../../lib/i18n/i18n';
import { cx } from '../ui/cx';
import { useFormat, type Format } from '../ui/format-context';
import { FigureLink } from './FigureLink';
import { isFirm } from './is-firm';
import css from './HandoffsView.module.css';
import { RangeMark } from './RangeMark';

/** A share in three cells: its range (where it is drawn), itself, and its interval with n. Each opens to its passes. */
export function RateCells(props: {
  rate: ConversionRate;
  hash: string;
  /** What is said of the figure to who cannot see its column. */
  label: string;
  isDrawn: boolean;
  isMaturing?: boolean;
  mark?: number | undefined;
  testid?: string;
}) {
  const format = useFormat();
  const { rate, hash, label, isDrawn, isMaturing = false, mark, testid } = props;
  if ('kind' in rate)
    return (
      <>
        {isDrawn && <td aria-hidden="true" />}
        <td className={cx(css.right, css.grey)}>–</td>
        <td className={css.grey} data-testid={testid} data-n={rate.n}>
          {whyNot(rate, format)}
        </td>
      </>
    );
  const isGrey = isMaturing || !isFirm(rate.n);
  const percent = (share: number) => String(Math.round(share * 100));
  return (
    <>
      {isDrawn && (
        <td>
          <RangeMark rate={rate} isGrey={isGrey} mark={mark} />
        </td>
      )}
      <td className={cx(css.right, isGrey ? css.grey : css.strong)}>
        <FigureLink hash={hash} label={label} testid={testid} data={{ value: rate.value, n: rate.n }}>
          {format.percent(rate.value)}
        </FigureLink>
      </td>
      <td className={css.grey}>
        {t('handoffs.interval', {
          low: percent(rate.low),
          high: percent(rate.high),
          n: format.count(rate.n),
        })}
        {isMaturing && `, ${t('handoffs.maturing')}`}
      </td>
    </>
  );
}

function whyNot({ kind, n }: Exclude<ConversionRate, Rate>, format: Format): string {
  if (kind === 'partly-read') return t('leads.partlyRead');
  if (kind === 'only-converted') return t('leads.onlyConverted');
  return n === 0 ? t('handoffs.none') : t('handoffs.tooFew', { n: format.count(n) });
}
