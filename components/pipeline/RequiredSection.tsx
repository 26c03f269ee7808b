import type { PipelineFacts } from '../../lib/pipeline/facts/facts';
import type { ScopeFacts } from '../../lib/pipeline/facts/scope-facts';
import { t } from '../../lib/i18n/i18n';
import { LEAST_PERIODS } from '../../lib/pipeline/least-periods';
import { useFormat } from '../ui/format-context';
import { Note } from '../ui/Note';
import type { CoverageRow } from './coverage-rows';
import css from './CoverageView.module.css';
import { periodText } from './period-text';
import { Scroll } from '../ui/Scroll';

/** Where the coverage required comes from: its arithmetic, and the past periods that it is made of. */
export function RequiredSection(props: { row: CoverageRow; own: ScopeFacts; facts: PipelineFacts }) {
  const format = useFormat();
  const { row, own, facts } = props;
  const { currency, period } = facts.options;
  const money = (minor: number) => format.whole(minor, currency);
  const { required, remainingMinor = 0 } = row.coverage ?? {};
  const isMonth = period.kind === 'month';
  return (
    <section className={css.section} aria-labelledby="required">
      <div className={css.sub}>
        <h2 id="required">{t('coverage.howMuch')}</h2>
        <p>{t('coverage.howMuchMeans')}</p>
      </div>
      {required?.kind === 'known' && (
        <p className={css.sum} data-testid="required-sum" data-new-from={required.newFrom}>
          {t('coverage.arithmetic', {
            remaining: money(remainingMinor),
            fromNew: money(required.expectedNewMinor),
            rate: format.decimal(required.wonPerOpen.toFixed(3)),
            needed: money(required.neededMinor),
          })}{' '}
          <span className={css.grey}>
            {required.neededHighMinor === undefined
              ? t('coverage.neededFrom', { low: money(required.neededLowMinor) })
              : t('coverage.neededBetween', {
                  low: money(required.neededLowMinor),
                  high: money(required.neededHighMinor),
                })}
            {' · '}
            {t('coverage.nPeriods', required.periods, { count: format.count(required.periods) })}
            {' · '}
            {t(required.newFrom === 'forecast' ? 'coverage.newAsForecast' : 'coverage.newAsBefore')}
          </span>
        </p>
      )}
      {(required === undefined || required.kind === 'too-few') && row.periods < LEAST_PERIODS && (
        <Note
          title={t('coverage.tooFewTitle', {
            have: format.count(row.periods),
            need: format.count(LEAST_PERIODS),
          })}
          testid="too-few"
        >
          {t(isMonth ? 'coverage.tooFewMonths' : 'coverage.tooFewQuarters')}{' '}
          {!isMonth && (
            <a className={css.link} href="#/settings?at=period">
              {t('coverage.useMonths')}
            </a>
          )}
        </Note>
      )}
      {required?.kind === 'never-won' && <Note testid="never-won">{t('coverage.neverWonMeans')}</Note>}
      {row.periods > 0 && (
        <Scroll label={t('coverage.howMuch')}>
          <table className={css.table} data-testid="points">
            <thead>
              <tr>
                <th scope="col">{t('settings.period')}</th>
                <th scope="col" className={css.right}>
                  {t('coverage.openThen')}
                </th>
                <th scope="col" className={css.right}>
                  {t('coverage.wonOfIt')}
                </th>
                <th scope="col" className={css.right}>
                  {t('coverage.perOpen')}
                </th>
                <th scope="col" className={css.right}>
                  {t('coverage.wonOfNew')}
                </th>
              </tr>
            </thead>
            <tbody>
              {facts.periods.map((past, nth) => {
                const { openMinor = 0, wonFromOpenMinor = 0, wonFromNewMinor = 0 } = own.points[nth] ?? {};
                return (
                  <tr key={past.start}>
                    <th scope="row">{periodText(past, format)}</th>
                    <td className={css.right}>{money(openMinor)}</td>
                    <td className={css.right}>{money(wonFromOpenMinor)}</td>
                    <td className={css.right}>
                      {openMinor === 0 ? '–' : format.decimal((wonFromOpenMinor / openMinor).toFixed(2))}
                    </td>
                    <td className={css.right}>{money(wonFromNewMinor)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
