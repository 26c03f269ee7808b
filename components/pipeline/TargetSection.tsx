import { useState } from 'react';
import { coverageOf } from '../../lib/pipeline/coverage/coverage-of';
import type { Glance } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import { DashboardLink } from '../ui/DashboardLink';
import { useFormat } from '../ui/format-context';
import { isUnknownSum } from '../../lib/pipeline/is-unknown-sum';
import { periodText } from './period-text';
import { scopeText } from './scope-text';
import { TargetForm } from './TargetForm';
import css from './TargetSection.module.css';

/** What is still to win and how often the open pipeline covers it; without a target, the field to set one. */
export function TargetSection({ glance }: { glance: Glance }) {
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
        <Gap glance={glance} targetMinor={targetMinor} />
      </dl>
      <button
        type="button"
        className={css.change}
        aria-expanded={isOpen}
        data-testid="target-change"
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? t('common.cancel') : t('target.change')}
      </button>
      {isOpen && form}
    </section>
  );
}

function Gap({ glance, targetMinor }: { glance: Glance; targetMinor: number }) {
  const format = useFormat();
  const { won, open } = glance;
  const gapMinor = targetMinor - won.minor;
  const times = isUnknownSum(open) ? undefined : coverageOf(open.minor, gapMinor);
  // What is won and was never read is still to win, as far as anybody here knows.
  const isReached = gapMinor <= 0;
  const amount = format.compact(Math.abs(gapMinor), won.currency);
  return (
    <>
      <dt>{t('coverage.gap')}</dt>
      <dd data-testid="gap" data-minor={Math.max(0, gapMinor)} data-currency={won.currency}>
        {isReached ? t('coverage.reached', { amount }) : t('coverage.stillToWin', { amount })}
      </dd>
      {times !== undefined && (
        <>
          <dt>{t('coverage.coverage')}</dt>
          <dd data-testid="coverage" data-times={times}>
            <b>{format.times(times)}</b>
            <DashboardLink className={css.link} hash="#/coverage">
              {t('coverage.isItEnough')}
            </DashboardLink>
          </dd>
        </>
      )}
    </>
  );
}
