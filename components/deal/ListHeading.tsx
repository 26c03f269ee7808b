import type { Deal } from '../../lib/deal/deal';
import { t } from '../../lib/i18n/i18n';
import { apartText } from '../pipeline/LeftOut';
import { useFormat } from '../ui/format-context';
import type { DealFilter } from './deal-filter';
import css from './ListHeading.module.css';
import { sumDeals } from './sum-deals';
import type { Valuation } from './value-deal';

/** The answer as a sentence: how many deals the list holds and what they add up to, and what stands apart. */
export function ListHeading(props: {
  deals: readonly Deal[];
  filter: DealFilter;
  valuation: Valuation;
  loaded: boolean;
}) {
  const format = useFormat();
  const weighted = props.filter.counted === 'weighted';
  const sum = sumDeals(props.deals, props.valuation, weighted);
  const count = format.count(props.deals.length);
  if (!props.loaded) return <h1 className={css.title}>{t('nav.deals')}</h1>;
  return (
    <div>
      <h1 className={css.title}>
        {t(`heading.${props.filter.outcome ?? 'any'}`, props.deals.length, { count })}
        {sum !== undefined && sum.n > 0 && (
          <>
            {', '}
            <span data-testid="list-sum" data-minor={sum.minor} data-currency={sum.currency}>
              {format.whole(sum.minor, sum.currency)}
            </span>
            {weighted && ` ${t('deals.weighted')}`}
          </>
        )}
      </h1>
      {sum !== undefined && (sum.apart.length > 0 || sum.withoutAmount > 0) && (
        <p className={css.apart}>
          {[
            ...sum.apart.map((apart) =>
              t('deals.apart', apart.n, {
                amount: apartText(apart, format, 'whole'),
                count: format.count(apart.n),
              }),
            ),
            ...(sum.withoutAmount === 0
              ? []
              : [t('deals.withoutAmount', sum.withoutAmount, { count: format.count(sum.withoutAmount) })]),
          ].join(' · ')}
        </p>
      )}
    </div>
  );
}
