import type { DealList } from '../../lib/pipeline/list/deal-list';
import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import css from './ListHeading.module.css';
import { unitMoney } from './unit-money';

/** The answer as a sentence: how many deals the list holds and what they add up to, and what stands apart. */
export function ListHeading({ list }: { list: DealList | undefined }) {
  const format = useFormat();
  if (list === undefined) return <h1>{t('nav.deals')}</h1>;
  const { filter, slots, sum, units } = list;
  const count = format.count(slots.length);
  return (
    <div>
      <h1>
        {t(`heading.${filter.outcome ?? 'any'}`, slots.length, { count })}
        {sum !== undefined && sum.n > 0 && (
          <>
            {', '}
            <span data-testid="list-sum" data-minor={sum.minor} data-currency={sum.currency}>
              {format.whole(sum.minor, sum.currency)}
            </span>
            {filter.counted === 'weighted' && ` ${t('deals.weighted')}`}
          </>
        )}
      </h1>
      {sum !== undefined && (sum.apart.length > 0 || sum.withoutAmount > 0) && (
        <p className={css.apart}>
          {[
            ...sum.apart.map((apart) =>
              t('deals.apart', apart.n, {
                amount: unitMoney(apart, format, { style: 'whole', among: units }),
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
