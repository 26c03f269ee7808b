import { useState } from 'react';
import type { Linearity } from '../../lib/pipeline/pace/linearity';
import { t } from '../../lib/i18n/i18n';
import { ChartSwitch } from '../ui/ChartSwitch';
import { useFormat } from '../ui/format-context';
import css from './CoverageView.module.css';
import { LinearityChart } from './LinearityChart';
import { Scroll } from '../ui/Scroll';

export interface LinearityProps {
  readonly found: Linearity;
  readonly elapsed: number;
  /** Won in each tenth of the present period. */
  readonly wonBy: readonly number[];
  readonly wonMinor: number;
  readonly targetMinor: number | undefined;
  readonly currency: string;
}

/** How the value of past periods was spread over their time, and whether this one is ahead of that. */
export function LinearitySection(props: LinearityProps) {
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const { found, targetMinor, currency } = props;
  return (
    <div className={css.inner} data-testid="linearity">
      <div className={css.sub}>
        <h3>{t('pace.linearity')}</h3>
        <p>{t('pace.linearityMeans')}</p>
        {found.kind === 'known' && <ChartSwitch asTable={asTable} onChange={setAsTable} />}
      </div>
      {found.kind === 'too-few' ? (
        <p className={css.quiet}>
          {t('pace.linearityTooFew', { have: format.count(found.have), need: format.count(found.need) })}
        </p>
      ) : (
        <>
          <p className={css.sum} data-testid="linearity-now">
            {t('pace.usually', {
              elapsed: format.percent(found.now.elapsed),
              share: format.percent(found.now.share),
              low: format.percent(found.now.low),
              high: format.percent(found.now.high),
            })}{' '}
            {found.now.aheadMinor !== undefined &&
              targetMinor !== undefined &&
              t(found.now.aheadMinor >= 0 ? 'pace.ahead' : 'pace.behind', {
                amount: format.whole(Math.abs(found.now.aheadMinor), currency),
              })}{' '}
            <span className={css.grey}>
              {t('coverage.nPeriods', found.periods, { count: format.count(found.periods) })}
            </span>
          </p>
          {asTable ? (
            <LinearityTable {...props} found={found} />
          ) : (
            <Scroll label={t('pace.linearity')}>
              <LinearityChart {...props} found={found} />
            </Scroll>
          )}
        </>
      )}
    </div>
  );
}

type Known = LinearityProps & { readonly found: Extract<Linearity, { kind: 'known' }> };

/** The chart's twin. */
function LinearityTable({ found, wonBy, targetMinor, elapsed }: Known) {
  const format = useFormat();
  return (
    <Scroll label={t('pace.linearity')}>
      <table className={css.table} data-testid="linearity-table">
        <thead>
          <tr>
            <th scope="col">{t('pace.timeGone')}</th>
            <th scope="col" className={css.right}>
              {t('pace.usuallyWon')}
            </th>
            <th scope="col" className={css.right}>
              {t('pace.lowest')}
            </th>
            <th scope="col" className={css.right}>
              {t('pace.highest')}
            </th>
            <th scope="col" className={css.right}>
              {t('pace.ofTarget')}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.curve.map((point, nth) => {
            const own = shareBy(wonBy, nth, targetMinor);
            return (
              <tr key={point.elapsed}>
                <th scope="row">{format.percent(point.elapsed)}</th>
                <td className={css.right}>{format.percent(point.share)}</td>
                <td className={css.right}>{format.percent(point.low)}</td>
                <td className={css.right}>{format.percent(point.high)}</td>
                <td className={css.right}>
                  {own === undefined || point.elapsed > elapsed ? '–' : format.percent(own)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Share of the target that was won in the first tenths of the present period. */
function shareBy(
  wonBy: readonly number[],
  tenths: number,
  targetMinor: number | undefined,
): number | undefined {
  if (targetMinor === undefined) return undefined;
  return wonBy.slice(0, tenths).reduce((sum, minor) => sum + minor, 0) / targetMinor;
}
