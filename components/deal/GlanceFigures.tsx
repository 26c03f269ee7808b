import type { Glance, MoneySum } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import { isUnknownSum } from '../../lib/pipeline/is-unknown-sum';
import { periodText } from '../pipeline/period-text';
import { Dash } from '../ui/Dash';
import { scopeFilter } from '../pipeline/scope-filter';
import { useFormat } from '../ui/format-context';
import { dealsHash } from './deal-filter';
import css from './GlanceFigures.module.css';

/** The popup's sums in whole units, each choosing its deals below. */
export function GlanceFigures({ glance }: { glance: Glance }) {
  const format = useFormat();
  const { period, won, open, weighted } = glance;
  return (
    <dl className={css.figures}>
      <Figure
        label={t('deals.wonIn', { period: periodText(period, format) })}
        sum={won}
        testid="won"
        hash={dealsHash({
          ...scopeFilter(glance),
          outcome: 'won',
          from: period.start,
          to: period.end,
          counted: 'sum',
        })}
      />
      <Figure
        label={t('popup.open')}
        sum={open}
        testid="open"
        hash={dealsHash({ ...scopeFilter(glance), outcome: 'open', counted: 'sum' })}
      />
      <Figure
        label={t('popup.weighted')}
        sum={weighted}
        testid="weighted"
        hash={dealsHash({ ...scopeFilter(glance), outcome: 'open', counted: 'weighted' })}
      />
    </dl>
  );
}

function Figure({
  label,
  sum,
  hash,
  testid,
}: {
  label: string;
  sum: MoneySum;
  hash: string;
  testid: string;
}) {
  const format = useFormat();
  const isUnknown = isUnknownSum(sum);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <a
          href={hash}
          data-testid={testid}
          data-minor={sum.minor}
          data-currency={sum.currency}
          title={isUnknown ? t('money.unknown') : format.exact(sum.minor, sum.currency)}
        >
          {isUnknown ? <Dash /> : format.whole(sum.minor, sum.currency)}
        </a>
        <span>{t('popup.deals', sum.n, { count: format.count(sum.n) })}</span>
      </dd>
    </div>
  );
}
