import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import type { CoverageRow } from './coverage-rows';
import css from './CoverageView.module.css';

/** Short, unclear or enough, with the amount; or why nothing can be said, with the cure where one click leads to it. */
export function Verdict({ row, currency }: { row: CoverageRow; currency: string }) {
  const format = useFormat();
  const { coverage } = row;
  const settings = (at: 'targets' | 'rates', text: string) => (
    <a className={css.link} href={`#/settings?at=${at}`}>
      {text}
    </a>
  );
  if (coverage === undefined)
    return row.isWithoutRate
      ? settings('rates', t('coverage.addRate'))
      : settings('targets', t('coverage.setTarget'));
  const { required } = coverage;
  switch (required.kind) {
    case 'reached':
      return (
        <span className={css.won} data-verdict="reached">
          {t('coverage.isReached')}
        </span>
      );
    case 'too-few':
      return (
        <span className={css.grey} data-verdict="too-few">
          {t('coverage.tooFew', { have: format.count(required.have), need: format.count(required.need) })}
        </span>
      );
    case 'never-won':
      return (
        <span className={css.grey} data-verdict="never-won">
          {t('coverage.neverWon')}
        </span>
      );
    case 'known': {
      // What is needed is known to its interval, not to the unit.
      const amount = format.compact(Math.abs(required.shortMinor), currency);
      if (required.verdict === 'short')
        return (
          <span className={css.flag} data-verdict="short">
            {t('coverage.short', { amount })}
          </span>
        );
      if (required.verdict === 'enough')
        return (
          <span className={css.grey} data-verdict="enough">
            {t('coverage.over', { amount })}
          </span>
        );
      return (
        <span data-verdict="unclear">
          {t('coverage.unclear')}{' '}
          <span className={css.grey}>
            {t(required.shortMinor > 0 ? 'coverage.shortOnAverage' : 'coverage.overOnAverage', { amount })}
          </span>
        </span>
      );
    }
  }
}
