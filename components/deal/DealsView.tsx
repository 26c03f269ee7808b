import { useMemo, useState } from 'react';
import type { Deal } from '../../lib/deal/deal';
import type { Sorting } from '../../lib/pipeline/list/deal-list';
import { t } from '../../lib/i18n/i18n';
import { MonthsChart } from '../charts/MonthsChart';
import { filterOfRule } from '../../lib/pipeline/list/filter-of-rule';
import { scopeRule } from '../../lib/pipeline/scope/scope-rule';
import { usePlatform, type Live } from '../hooks/platform';
import { useHash } from '../hooks/use-hash';
import { useKept } from '../hooks/use-kept';
import { useLive } from '../hooks/use-live';
import { CompletenessLine } from '../pipeline/CompletenessLine';
import { useFormat } from '../ui/format-context';
import { dealsHash, parseDealsHash, type DealFilter } from './deal-filter';
import { DealDrawer } from './DealDrawer';
import { DealFilters } from './DealFilters';
import { DealTable } from './DealTable';
import css from './DealsView.module.css';
import { GlanceFigures } from './GlanceFigures';
import { ListHeading } from './ListHeading';

/** Every cached deal, filtered by the hash; the figures, the chart and the list speak of the same deals. */
export function DealsView({ filter }: { filter: DealFilter }) {
  const platform = usePlatform();
  const { today: ownDay, locale } = useFormat();
  const [, goTo] = useHash();
  const [sorting, setSorting] = useState<Sorting>({ column: 'amount', descending: true });
  const glance = useLive(platform.glance);
  const error = useLive(platform.error);
  const currency = glance?.open.currency;
  const today = glance?.today ?? ownDay;
  // The list's own filter as text: opening a drawer is a new hash, but not a new list.
  const listHash = dealsHash({ ...filter, deal: '' });
  const settings = useLive(platform.settings);
  const lists = useMemo(() => {
    const parsed = parseDealsHash(listHash);
    const filter = { ...parsed, ...filterOfRule(scopeRule(parsed.scope ?? 'all', settings?.teams)) };
    return platform.list({ filter, sorting, currency, today, locale });
  }, [platform, listHash, settings, sorting, currency, today, locale]);
  const list = useKept(useLive(lists));
  const chosen = useLive(
    useMemo(
      () => (filter.deal === undefined ? nothing : platform.deal(filter.deal)),
      [platform, filter.deal],
    ),
  );
  const change = (changed: DealFilter, how?: 'push' | 'replace') => goTo(dealsHash(changed), how);
  return (
    <div className={css.view} data-testid="view-deals">
      <div className={css.head}>
        <ListHeading list={list} />
        <p className={css.read}>
          <CompletenessLine glance={glance} failed={error !== undefined} />
        </p>
      </div>
      {glance !== undefined && glance.deals > 0 && (
        <>
          <GlanceFigures glance={glance} />
          {list !== undefined && <MonthsChart list={list} currency={glance.open.currency} />}
        </>
      )}
      {list?.total !== 0 && (
        <DealFilters filter={filter} list={list} period={glance?.period} onChange={change} />
      )}
      <div className={chosen ? css.withDrawer : undefined}>
        {list?.slots.length === 0 ? (
          <p className={css.empty}>{list.total === 0 ? t('deals.none') : t('deals.noneHere')}</p>
        ) : (
          list !== undefined && (
            <DealTable slots={list.slots} filter={filter} sorting={sorting} onSort={setSorting} />
          )
        )}
        {chosen && <DealDrawer deal={chosen} onClose={() => change({ ...filter, deal: '' })} />}
      </div>
    </div>
  );
}

/** No deal was chosen. */
const nothing: Live<Deal | null> = { subscribe: () => () => {}, get: () => null };
