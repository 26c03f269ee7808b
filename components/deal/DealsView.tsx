import { useMemo } from 'react';
import { converter } from '../../lib/pipeline/converter';
import { t } from '../../lib/i18n/i18n';
import { MonthsChart } from '../charts/MonthsChart';
import { usePlatform } from '../hooks/platform';
import { useHash } from '../hooks/use-hash';
import { useLive } from '../hooks/use-live';
import { CompletenessLine } from '../pipeline/CompletenessLine';
import { useFormat } from '../ui/format-context';
import { dealsHash, parseDealsHash, type DealFilter } from './deal-filter';
import { DealDrawer } from './DealDrawer';
import { DealFilters } from './DealFilters';
import { DealTable } from './DealTable';
import css from './DealsView.module.css';
import { filterDeals } from './filter-deals';
import { GlanceFigures } from './GlanceFigures';
import { ListHeading } from './ListHeading';

/** Every cached deal, filtered by the hash; the figures, the chart and the list speak of the same deals. */
export function DealsView({ filter }: { filter: DealFilter }) {
  const platform = usePlatform();
  const { today: ownDay } = useFormat();
  const [, goTo] = useHash();
  const glance = useLive(platform.glance);
  const error = useLive(platform.error);
  const all = useLive(useMemo(() => platform.deals({}), [platform]));
  const rates = useLive(platform.rates);
  const currency = glance?.open.currency;
  const today = glance?.today ?? ownDay;
  const valuation = useMemo(
    () => ({ currency, convert: converter(rates ?? [], currency ?? ''), today }),
    [currency, rates, today],
  );
  // The list's own filter as text: opening a drawer is a new hash, but not a new list.
  const listHash = dealsHash({ ...filter, deal: '' });
  const shown = useMemo(
    () => filterDeals(all ?? [], parseDealsHash(listHash), valuation),
    [all, listHash, valuation],
  );
  const chosen = filter.deal === undefined ? undefined : all?.find((deal) => deal.key === filter.deal);
  const change = (changed: DealFilter, how?: 'push' | 'replace') => goTo(dealsHash(changed), how);
  return (
    <div className={css.view} data-testid="view-deals">
      <div className={css.head}>
        <ListHeading deals={shown} filter={filter} valuation={valuation} loaded={all !== undefined} />
        <p className={css.read}>
          <CompletenessLine glance={glance} failed={error !== undefined} />
        </p>
      </div>
      {glance !== undefined && glance.deals > 0 && (
        <>
          <GlanceFigures glance={glance} />
          <MonthsChart deals={shown} valuation={valuation} />
        </>
      )}
      {all?.length !== 0 && (
        <DealFilters filter={filter} deals={all ?? []} period={glance?.period} onChange={change} />
      )}
      <div className={chosen === undefined ? undefined : css.withDrawer}>
        {all !== undefined && shown.length === 0 ? (
          <p className={css.empty}>{all.length === 0 ? t('deals.none') : t('deals.noneHere')}</p>
        ) : (
          <DealTable deals={shown} filter={filter} />
        )}
        {chosen !== undefined && <DealDrawer deal={chosen} onClose={() => change({ ...filter, deal: '' })} />}
      </div>
    </div>
  );
}
