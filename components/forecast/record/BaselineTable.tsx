import type { CSSProperties } from 'react';
import { LEAST_PERIODS } from '../../../lib/pipeline/least-periods';
import { t } from '../../../lib/i18n/i18n';
import { cx } from '../../ui/cx';
import { useFormat } from '../../ui/format-context';
import view from '../ForecastView.module.css';
import type { KindProps } from './KindRecordParts';
import { baselineNames, rangeText, skillText, verdictOf } from './record-text';
import css from './TrackRecord.module.css';
import { Scroll } from '../../ui/Scroll';

/** So many words that are not known are named. */
const mostWords = 3;

/** The forecast against what anybody could have said without it; a way that never spoke says why. */
export function BaselineTable({ own, record }: KindProps) {
  const format = useFormat();
  const { deals, words } = record.unknownCategories;
  const { error, baselines, forecasts } = own.all;
  const most = Math.max(
    error.value,
    ...baselineNames.map((name) => {
      const score = baselines[name];
      return score.kind === 'scored' ? score.error : 0;
    }),
  );
  const bar = (share: number, look: string | undefined) => (
    <i className={cx(css.bar, look)} style={{ '--w': `${(100 * share) / (most || 1)}%` } as CSSProperties} />
  );
  return (
    <section aria-labelledby="record-baselines">
      <div className={view.sub}>
        <h3 id="record-baselines">{t('record.baselines')}</h3>
        <p>{t('record.baselinesMean')}</p>
      </div>
      <Scroll label={t('record.baselines')}>
        <table className={cx(view.table, css.flat, css.methods)} data-testid="record-baselines">
          <thead>
            <tr>
              <th scope="col">{t('record.way')}</th>
              <th scope="col" className={view.right}>
                {t('record.error')}
              </th>
              <th scope="col">{t('record.forecastHas')}</th>
            </tr>
          </thead>
          <tbody>
            <tr data-way="forecast" data-error={error.value}>
              <th scope="row">
                <b>{t('record.own')}</b>
                {bar(error.value, css.ownBar)}
              </th>
              <td className={cx(view.right, view.strong)}>{format.percent(error.value)}</td>
              <td className={css.why}>
                <span className={css.quiet}>
                  {t('record.eightInTen', { range: rangeText(error, format) })}
                </span>
              </td>
            </tr>
            {baselineNames.map((name) => {
              const score = baselines[name];
              if (score.kind === 'absent')
                return (
                  <tr key={name} data-way={name} data-absent="">
                    <th scope="row">{t(`record.${name}`)}</th>
                    <td className={view.right}>–</td>
                    <td className={css.why}>{t(`record.${name}Absent`)}</td>
                  </tr>
                );
              return (
                <tr
                  key={name}
                  data-way={name}
                  data-error={score.error}
                  data-skill={typeof score.skill === 'string' ? undefined : score.skill.value}
                >
                  <th scope="row">
                    {t(`record.${name}`)}
                    {score.forecasts < forecasts && (
                      <span className={view.grey}>
                        {' '}
                        {t('record.saidOf', {
                          count: format.count(score.forecasts),
                          all: format.count(forecasts),
                        })}
                      </span>
                    )}
                    {bar(score.error, css.otherBar)}
                  </th>
                  <td className={view.right}>{format.percent(score.error)}</td>
                  <td className={css.why}>
                    {score.skill === 'no-error' ? (
                      t('record.noError')
                    ) : score.skill === 'too-few' ? (
                      t('record.fewSkill', {
                        have: format.count(score.periods),
                        need: format.count(LEAST_PERIODS),
                      })
                    ) : (
                      <>
                        <b>{skillText(score.skill, format)}</b>{' '}
                        <span className={css.quiet}>
                          {rangeText(score.skill, format)} · {t(`record.${verdictOf(score.skill)}`)}
                        </span>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <p className={view.note}>
        {t('record.baselinesNote')}
        {deals > 0 && (
          <span data-testid="record-unknown-categories" data-count={deals}>
            {' '}
            {t('record.unknownCategories', deals, {
              count: format.count(deals),
              words: `${words
                .slice(0, mostWords)
                .map((word) => `“${word}”`)
                .join(', ')}${words.length > mostWords ? ' …' : ''}`,
            })}
          </span>
        )}
      </p>
    </section>
  );
}
