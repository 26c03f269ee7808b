import { useMemo } from 'react';
import { scopeCoverage } from '../../lib/pipeline/coverage/scope-coverage';
import { scopeFacts } from '../../lib/pipeline/facts/scope-facts';
import type { Glance } from '../../lib/pipeline/glance';
import { scopeOf } from '../../lib/pipeline/scope/scope-of';
import { scopeOwners } from '../../lib/pipeline/scope/scope-owners';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { useFormat } from '../ui/format-context';
import { CoverageBar } from './CoverageBar';
import css from './TargetSection.module.css';

/** What own past periods say is needed: the pipeline, how it stands to what is open, and the interval as a bracket. */
export function RequiredCoverage({ glance }: { glance: Glance }) {
  const platform = usePlatform();
  const format = useFormat();
  const settings = useLive(platform.settings);
  const { today, scope, targetMinor } = glance;
  const { currency } = glance.won;
  const facts = useLive(useMemo(() => platform.facts({ today, currency }), [platform, today, currency]));
  const found = useMemo(() => {
    if (facts === undefined || settings === undefined) return undefined;
    const owners = scopeOwners(scopeOf(scope, settings), settings);
    return scopeCoverage(scopeFacts(facts, owners && new Set(owners)), targetMinor);
  }, [facts, settings, scope, targetMinor]);
  const required = found?.required;
  if (required === undefined || found === undefined) return <span className={css.soft}>…</span>;
  if (required.kind === 'reached') return null;
  if (required.kind !== 'known') {
    const words =
      required.kind === 'too-few'
        ? t('coverage.tooFew', { have: format.count(required.have), need: format.count(required.need) })
        : t('coverage.neverWon');
    return (
      <span className={css.soft} data-required={required.kind}>
        {words}
      </span>
    );
  }
  const times = found.coverage ?? 0;
  const scale = Math.min(10, Math.max(times, required.highTimes ?? required.times * 1.5, 1) * 1.1);
  const short = format.compact(Math.abs(required.shortMinor), currency);
  return (
    <span className={css.required} data-required={required.verdict} data-minor={required.neededMinor}>
      <span>
        {format.compact(required.neededMinor, currency)}{' '}
        <span className={css.soft}>{t('coverage.needsTimes', { times: format.times(required.times) })}</span>
      </span>
      <span className={required.verdict === 'short' ? css.flag : css.soft}>
        {required.verdict === 'unclear'
          ? t('coverage.unclear')
          : t(required.verdict === 'short' ? 'coverage.short' : 'coverage.over', { amount: short })}
      </span>
      <span className={css.bar}>
        <CoverageBar have={times} required={required} scale={scale} />
      </span>
    </span>
  );
}
