import type { CSSProperties } from 'react';
import type { ForecastGlance } from '../../lib/pipeline/forecast-glance';
import type { Glance } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import { DashboardLink } from '../ui/DashboardLink';
import { cx } from '../ui/cx';
import { Dash } from '../ui/Dash';
import { useFormat } from '../ui/format-context';
import { chanceText } from './chance-text';
import sums from './sums.module.css';
import css from './LandingSection.module.css';

/**
 * What the period will land, as a range on the scale of what is won, and the chance of the target. Of too few closed
 * deals only a rough range, which claims nothing.
 *
 * @param forecast `undefined`: none is made yet.
 */
export function LandingSection(props: {
  glance: Glance;
  forecast: ForecastGlance | undefined;
  scale: number;
}) {
  const format = useFormat();
  const { glance, forecast, scale } = props;
  const { targetMinor } = glance;
  const { p10 = 0, p50 = 0, p90 = 0, pHit, isTwoOutcomes } = forecast?.landing ?? {};
  const isKnown = forecast?.basis.kind === 'measured';
  const isRough = forecast?.basis.kind === 'too-few' && p90 > p10;
  const at = (minor: number) => `${(Math.max(0, minor) / scale) * 100}%`;
  const money = (minor: number) => format.compact(minor, glance.won.currency);
  const between = t('forecast.between', { low: money(p10), high: money(p90) });
  const isMiddle = isKnown && isTwoOutcomes !== true;
  return (
    <section className={css.landing} aria-label={t('forecast.landing')}>
      <div
        className={cx(css.range, !isKnown && css.rough)}
        aria-hidden="true"
        style={
          {
            '--lo': at(p10),
            '--mid': at(p50),
            '--hi': at(p90),
            '--ref': at(targetMinor ?? 0),
          } as CSSProperties
        }
      >
        {(isKnown || isRough) && <i className={css.band} />}
        {isMiddle && <i className={css.mid} />}
        {targetMinor !== undefined && <i className={css.target} />}
      </div>
      <dl className={sums.hero}>
        <div>
          <dt>{t('forecast.landing')}</dt>
          <dd
            data-testid="landing"
            data-p10={p10}
            data-p50={p50}
            data-p90={p90}
            data-basis={forecast?.basis.kind}
          >
            <DashboardLink className={css.large} hash="#/forecast">
              {isMiddle ? money(p50) : isKnown || isRough ? between : <Dash />}
            </DashboardLink>
            <span className={sums.n}>
              {forecast === undefined
                ? t('landing.learning')
                : forecast.basis.kind === 'too-large'
                  ? t('landing.tooLarge')
                  : isMiddle
                    ? between
                    : isKnown
                      ? t('landing.oneDeal')
                      : t('landing.rough')}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t('forecast.chance')}</dt>
          <dd data-testid="chance" data-chance={isKnown ? pHit : undefined}>
            {isKnown && pHit !== undefined ? (
              <b className={css.large}>{chanceText(pHit, format)}</b>
            ) : (
              <span className={sums.n}>
                {t(targetMinor === undefined ? 'landing.needsTarget' : 'landing.noOdds')}
              </span>
            )}
          </dd>
        </div>
      </dl>
      {forecast?.basis.kind === 'too-few' && (
        <p className={css.note}>
          {t('landing.tooFew', {
            have: format.count(forecast.basis.have),
            need: format.count(forecast.basis.need),
          })}
        </p>
      )}
    </section>
  );
}
