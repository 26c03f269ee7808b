import type { ReactNode } from 'react';
import { dayNumber } from '../../lib/calendar/day-number';
import { daysToCome } from '../../lib/calendar/days-to-come';
import type { PipelineFacts } from '../../lib/pipeline/facts/facts';
import type { ScopeFacts } from '../../lib/pipeline/facts/scope-facts';
import { linearity } from '../../lib/pipeline/pace/linearity';
import { runRate, type Pace } from '../../lib/pipeline/pace/run-rate';
import { velocity } from '../../lib/pipeline/pace/velocity';
import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import type { CoverageRow } from './coverage-rows';
import css from './CoverageView.module.css';
import { LinearitySection } from './LinearitySection';
import { Scroll } from '../ui/Scroll';

/** At what pace the pipeline turns into revenue, where that leads, and how the period's time and value go together. */
export function PaceSection(props: { row: CoverageRow; own: ScopeFacts; facts: PipelineFacts }) {
  const { row, own, facts } = props;
  const { period, today, rest, currency } = facts.options;
  const whole = { start: dayNumber(period.start) ?? 0, end: dayNumber(period.end) ?? 0 };
  const daysLeft = daysToCome(whole, { day: dayNumber(today) ?? 0, rest });
  const rate = runRate({
    wonMinor: own.won.minor,
    recentMinor: own.recentMinor,
    longMinor: own.longMinor,
    remainingMinor: row.coverage?.remainingMinor,
    daysLeft,
    watchedDays: own.watchedDays,
  });
  const elapsed = 1 - daysLeft / (whole.end - whole.start);
  const found = linearity({
    past: own.tenths,
    elapsed,
    wonMinor: own.won.minor,
    targetMinor: row.coverage?.targetMinor,
  });
  return (
    <section className={css.section} aria-labelledby="pace">
      <div className={css.sub}>
        <h2 id="pace">{t('pace.title')}</h2>
        <p>{t('pace.means')}</p>
      </div>
      <VelocityFigures own={own} currency={currency} />
      <RunRateTable
        rate={rate}
        currency={currency}
        daysLeft={Math.ceil(daysLeft)}
        targetMinor={row.coverage?.targetMinor ?? 0}
      />
      <LinearitySection
        found={found}
        elapsed={elapsed}
        wonBy={own.tenthsNow}
        wonMinor={own.won.minor}
        targetMinor={row.coverage?.targetMinor}
        currency={currency}
      />
    </section>
  );
}

function VelocityFigures({ own, currency }: { own: ScopeFacts; currency: string }) {
  const format = useFormat();
  const found = velocity({ openDeals: own.open.n, closed: own.closed });
  if (found.kind === 'too-few')
    return (
      <p className={css.quiet} data-testid="velocity">
        {t('pace.velocityTooFew', { have: format.count(found.have), need: format.count(found.need) })}
      </p>
    );
  if (found.kind === 'no-win')
    return (
      <p className={css.quiet} data-testid="velocity">
        {t('pace.velocityNoWin')}
      </p>
    );
  const n = (count: number) => t('pace.n', { count: format.count(count) });
  const { low, high, share } = found.winRate;
  return (
    <dl className={css.figures} data-testid="velocity">
      <Figure
        label={t('pace.velocity')}
        value={t('pace.perDay', { amount: format.compact(found.perDayMinor, currency) })}
      >
        {t('pace.velocityMeans')}
      </Figure>
      <Figure label={t('pace.openDeals')} value={format.count(found.deals)} />
      <Figure label={t('pace.meanValue')} value={format.compact(found.value.meanMinor, currency)}>
        {n(found.value.n)}
      </Figure>
      <Figure label={t('pace.winRate')} value={format.percent(share)}>
        {t('pace.winRateRange', { low: format.percent(low), high: format.percent(high) })} ·{' '}
        {n(found.winRate.n)}
      </Figure>
      <Figure
        label={t('pace.cycle')}
        value={t('pace.days', Math.round(found.cycle.days), {
          count: format.count(Math.round(found.cycle.days)),
        })}
      >
        {n(found.cycle.n)}
      </Figure>
    </dl>
  );
}

function Figure({ label, value, children }: { label: string; value: string; children?: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={css.value}>{value}</dd>
      {children !== undefined && <dd>{children}</dd>}
    </div>
  );
}

function RunRateTable(props: {
  rate: ReturnType<typeof runRate>;
  currency: string;
  daysLeft: number;
  targetMinor: number;
}) {
  const format = useFormat();
  const { rate, currency, targetMinor } = props;
  const paces = [rate.recent, rate.long].filter((pace) => pace !== undefined);
  const money = (minor: number) => format.whole(minor, currency);
  return (
    <Scroll label={t('pace.title')}>
      <table className={css.table} data-testid="run-rate">
        <thead>
          <tr>
            <th scope="col">{t('pace.runRate')}</th>
            <th scope="col" className={css.right}>
              {t('pace.aDay')}
            </th>
            <th scope="col" className={css.right}>
              {t('pace.lands')}
            </th>
          </tr>
        </thead>
        <tbody>
          {paces.map((pace: Pace) => (
            <tr key={pace.days}>
              <th scope="row">{t('pace.lastDays', pace.days, { count: format.count(pace.days) })}</th>
              <td className={css.right}>{money(pace.perDayMinor)}</td>
              <td className={css.right}>{money(pace.landsMinor)}</td>
            </tr>
          ))}
          {paces.length === 0 && (
            <tr>
              <td colSpan={3} className={css.grey}>
                {t('pace.noRate')}
              </td>
            </tr>
          )}
          {rate.neededPerDayMinor !== undefined && (
            <tr className={css.total}>
              <th scope="row">
                {t('pace.neededADay', props.daysLeft, { count: format.count(props.daysLeft) })}
              </th>
              <td className={css.right}>{money(rate.neededPerDayMinor)}</td>
              <td className={css.right}>{money(targetMinor)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </Scroll>
  );
}
