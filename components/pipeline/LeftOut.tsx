import type { ReactNode } from 'react';
import { dayNumber } from '../../lib/calendar/day-number';
import { dayText } from '../../lib/calendar/day-text';
import { shownUnit } from '../../lib/deal/shown-unit';
import type { ApartSum, Glance } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import { dealsHash, type DealFilter } from '../deal/deal-filter';
import { unitMoney } from '../deal/unit-money';
import { DashboardLink } from '../ui/DashboardLink';
import { useFormat } from '../ui/format-context';
import { scopeFilter } from './scope-filter';
import css from './LeftOut.module.css';

/** What the sums do not hold, each line opening exactly its deals; nothing where nothing is left out. */
export function LeftOut({ glance }: { glance: Glance }) {
  const format = useFormat();
  const { won, open, weighted, period, completeness } = glance;
  const of = scopeFilter(glance);
  const among = [...won.apart, ...open.apart].map(({ unit }) => unit);
  const inPeriod = { outcome: 'won', from: period.start, to: period.end } as const;
  const lines = [
    ...won.apart.map((apart) => apartLine('leftOut.apartWon', apart, inPeriod)),
    ...open.apart.map((apart) => apartLine('leftOut.apartOpen', apart, { outcome: 'open' })),
    countLine('leftOut.openWithoutAmount', open.withoutAmount, { outcome: 'open', counted: 'no-amount' }),
    countLine('leftOut.wonWithoutAmount', won.withoutAmount, { ...inPeriod, counted: 'no-amount' }),
    countLine('leftOut.withoutOdds', weighted.withoutProbability, { outcome: 'open', counted: 'no-odds' }),
    countLine('leftOut.wonWithoutDate', glance.wonWithoutDate, { outcome: 'won', counted: 'no-date' }),
    countLine('leftOut.wonByCloseDate', glance.wonByCloseDate, { ...inPeriod, counted: 'close-date' }),
    countLine('leftOut.wonAhead', glance.wonAhead, { ...inPeriod, from: dayAfter(glance.today) }),
    countLine('leftOut.withoutOutcome', glance.withoutOutcome, { outcome: 'unknown' }),
    countLine('leftOut.rounded', open.approximate, { outcome: 'open', counted: 'rounded' }),
    countLine('leftOut.uncounted', completeness.uncounted),
    countLine('leftOut.unidentified', completeness.unidentified),
    countLine('leftOut.unlisted', completeness.unlisted),
  ].filter((line) => line !== undefined);
  if (lines.length === 0) return null;
  const curable = among.some((unit) => shownUnit(unit) === undefined);
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out" className={css.title}>
        {t('leftOut.title')}
      </h2>
      <ul className={css.lines}>{lines}</ul>
      {curable && (
        <p className={css.cure}>
          {t('leftOut.cure')}{' '}
          <DashboardLink className={css.link} hash="#/settings?at=rates">
            {t('leftOut.cureLink')}
          </DashboardLink>
        </p>
      )}
    </section>
  );

  function apartLine(
    key: 'leftOut.apartWon' | 'leftOut.apartOpen',
    apart: ApartSum,
    filter: DealFilter,
  ): ReactNode {
    return (
      <li key={key + apart.unit} data-testid="apart" data-minor={apart.minor} data-currency={apart.unit}>
        <DashboardLink
          className={css.row}
          hash={dealsHash({ ...of, ...filter, counted: 'apart', currency: apart.unit })}
        >
          <b>{unitMoney(apart, format, { style: 'compact', among })}</b>{' '}
          <span>{t(key, apart.n, { count: format.count(apart.n) })}</span>
        </DashboardLink>
      </li>
    );
  }

  function countLine(key: CountKey, n: number, filter?: DealFilter): ReactNode {
    if (n === 0) return undefined;
    const text = <span>{t(key, n, { count: format.count(n) })}</span>;
    return (
      <li key={key}>
        {filter === undefined ? (
          <span className={css.row}>{text}</span>
        ) : (
          <DashboardLink className={css.row} hash={dealsHash({ ...of, ...filter })}>
            {text}
          </DashboardLink>
        )}
      </li>
    );
  }
}

function dayAfter(day: string): string {
  return dayText((dayNumber(day) ?? 0) + 1);
}

type CountKey =
  | 'leftOut.openWithoutAmount'
  | 'leftOut.wonWithoutAmount'
  | 'leftOut.withoutOdds'
  | 'leftOut.wonWithoutDate'
  | 'leftOut.wonByCloseDate'
  | 'leftOut.wonAhead'
  | 'leftOut.withoutOutcome'
  | 'leftOut.rounded'
  | 'leftOut.uncounted'
  | 'leftOut.unidentified'
  | 'leftOut.unlisted';
