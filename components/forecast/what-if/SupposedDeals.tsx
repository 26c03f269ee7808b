import type { ForecastReport, PeriodReport } from '../../../lib/forecast/report';
import type { SupposedDeal, WhatIf } from '../../../lib/forecast/what-if/what-if';
import type { SupposedOdds } from '../../../lib/forecast/what-if/what-if-report';
import { t } from '../../../lib/i18n/i18n';
import { useFormat } from '../../ui/format-context';
import { Icon } from '../../ui/Icon';
import { SupposedDealRow } from './SupposedDealRow';
import type { ShownDeals } from './use-shown-deals';
import css from './WhatIf.module.css';
import { Scroll } from '../../ui/Scroll';

/** Open deals, each of which can be taken as won or lost, moved to a date, or given another price. */
export function SupposedDeals(props: {
  report: ForecastReport;
  period: PeriodReport;
  whatIf: WhatIf;
  odds: readonly SupposedOdds[] | undefined;
  shown: ShownDeals;
  search: string;
  onSearch: (search: string) => void;
  onChange: (whatIf: WhatIf) => void;
}) {
  const format = useFormat();
  const { report, period, whatIf, odds, shown, search, onSearch, onChange } = props;
  const byKey = new Map(odds?.map((one) => [one.key, one]));
  const rows = shown.keys.flatMap((key) => byKey.get(key) ?? []);
  const set = (key: string, supposed: SupposedDeal | undefined) => {
    const all = new Map(whatIf.deals);
    if (supposed === undefined) all.delete(key);
    else all.set(key, supposed);
    onChange({ ...whatIf, deals: all });
  };
  return (
    <div className={css.deals}>
      <div className={css.dealsHead}>
        <h3 id="what-if-deals">{t('whatIf.deals')}</h3>
        <span className={css.search}>
          <Icon name="search" />
          <input
            type="search"
            data-testid="what-if-search"
            aria-label={t('whatIf.search')}
            placeholder={t('whatIf.search')}
            maxLength={200}
            value={search}
            onChange={(event) => onSearch(event.target.value)}
          />
        </span>
      </div>
      {rows.length > 0 && (
        <Scroll label={t('whatIf.deals')}>
          <table className={css.table} aria-labelledby="what-if-deals" data-testid="what-if-deals">
            <thead>
              <tr>
                <th scope="col">{t('odds.name')}</th>
                <th scope="col">{t('odds.date')}</th>
                <th scope="col">{t('odds.chance')}</th>
                <th scope="col">{t('whatIf.fate')}</th>
                <th scope="col">{t('odds.value')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <SupposedDealRow
                  key={one.key}
                  odds={one}
                  deal={shown.deals.get(one.key)}
                  supposed={whatIf.deals.get(one.key)}
                  report={report}
                  end={period.end}
                  onChange={(supposed) => set(one.key, supposed)}
                />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <p className={css.note} role="status">
        {shown.found === undefined
          ? t('whatIf.mostExpected')
          : t('whatIf.found', shown.found, { count: format.count(shown.found) })}
      </p>
    </div>
  );
}
