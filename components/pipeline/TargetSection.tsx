import { useState } from 'react';
import { coverageOf } from '../../lib/pipeline/coverage/coverage-of';
import type { CoverageRequired } from '../../lib/pipeline/coverage/coverage-required';
import type { Glance } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import { DashboardLink } from '../ui/DashboardLink';
import { useFormat } from '../ui/format-context';
import { isUnknownSum } from '../../lib/pipeline/is-unknown-sum';
import { periodText } from './period-text';
import { RequiredNote } from './RequiredNote';
import { scopeText } from './scope-text';
import { TargetForm } from './TargetForm';
import css from './TargetSection.module.css';

/** What is still to win and how often the open pipeline covers it; without a target, the field to set one. */
export function TargetSection(props: { glance: Glance; required: CoverageRequired | undefined }) {
  const { glance, required } = props;
  const [isOpen, setIsOpen] = useState(false);
  const { targetMinor, scope, period, won } = glance;
  const isSet = targetMinor !== undefined;
  const form = (
    <TargetForm
      key={`${scope} ${period.start} ${isSet}`}
      scope={scope}
      period={period}
      currency={won.currency}
      onSaved={() => setIsOpen(false)}
    />
  );
  const format = useFormat();
  const name = periodText(period, format);
  if (!isSet) {
    return (
      <section aria-label={t('target.title')} data-testid="no-target">
        <p>
          <b className={css.strong}>
            {scope === 'all'
              ? t('target.set', { period: name })
              : t('target.setFor', { period: name, scope: scopeText(scope) })}
          </b>{' '}
          <span className={css.soft}>{t('target.setMeans')}</span>
        </p>
        {form}
      </section>
    );
  }
  return (
    <section aria-label={t('target.title')}>
      <dl className={css.facts}>
        <Gap glance={glance} targetMinor={targetMinor} required={required} />
      </dl>
      <RequiredNote required={required} />
      <p className={css.links}>
        <button
          type="button"
          className={css.change}
          aria-expanded={isOpen}
          data-testid="target-change"
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? t('common.cancel') : t('target.change')}
        </button>
        <DashboardLink className={css.link} hash="#/coverage">
          {t('coverage.isItEnough')}
        </DashboardLink>
      </p>
      {isOpen && form}
    </section>
  );
}

function Gap(props: { glance: Glance; targetMinor: number; required: CoverageRequired | undefined }) {
  const format = useFormat();
  const { glance, targetMinor, required } = props;
  const money = (minor: number) => format.compact(minor, glance.won.currency);
  const { won, open } = glance;
  const gapMinor = targetMinor - won.minor;
  const times = isUnknownSum(open) ? undefined : coverageOf(open.minor, gapMinor);
  // What is won and was never read is still to win, as far as anybody here knows.
  const isReached = gapMinor <= 0;
  const amount = money(Math.abs(gapMinor));
  return (
    <>
      <dt>{t('coverage.gap')}</dt>
      <dd data-testid="gap" data-minor={Math.max(0, gapMinor)} data-currency={won.currency}>
        {isReached ? t('coverage.reached', { amount }) : t('coverage.stillToWin', { amount })}
      </dd>
      {required?.kind === 'known' && (
        <>
          <dt>{t('coverage.pipelineNeeded')}</dt>
          <dd data-testid="pipeline-needed" data-minor={required.neededMinor} data-verdict={required.verdict}>
            <span>{money(required.neededMinor)}</span>
            <span className={required.verdict === 'short' ? css.flag : css.soft}>
              {required.verdict === 'unclear'
                ? t('coverage.unclear')
                : t(required.verdict === 'short' ? 'coverage.short' : 'coverage.over', {
                    amount: money(Math.abs(required.shortMinor)),
                  })}
            </span>
          </dd>
        </>
      )}
      {times !== undefined && (
        <>
          <dt>{t('coverage.coverage')}</dt>
          <dd data-testid="coverage" data-times={times}>
            <span>
              <b>{format.times(times)}</b>{' '}
              {required?.kind === 'known' && (
                <span className={css.soft}>
                  {t('coverage.needs', {
                    times: format.times(required.times),
                    interval:
                      required.highTimes === undefined
                        ? t('coverage.from', { low: format.times(required.lowTimes) })
                        : t('coverage.between', {
                            low: format.times(required.lowTimes),
                            high: format.times(required.highTimes),
                          }),
                  })}
                </span>
              )}
            </span>
          </dd>
        </>
      )}
    </>
  );
}
