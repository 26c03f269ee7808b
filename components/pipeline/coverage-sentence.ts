import { t } from '../../lib/i18n/i18n';
import type { Format } from '../ui/format-context';
import type { CoverageRow } from './coverage-rows';
import { scopeText } from './scope-text';

/** The answer as a sentence: whether there is enough in the pipeline, and what is not known where it cannot be said. */
export function coverageSentence(
  { scope, coverage, isWithoutRate }: CoverageRow,
  currency: string,
  format: Format,
): string {
  const name = scopeText(scope);
  const money = (minor: number) => format.compact(Math.abs(minor), currency);
  if (coverage === undefined && scope === 'all' && !isWithoutRate) return t('coverage.sayNoTargetAtAll');
  if (coverage === undefined)
    return t(isWithoutRate ? 'coverage.sayNoRate' : 'coverage.sayNoTarget', { name });
  const { required, remainingMinor } = coverage;
  const have = format.times(coverage.coverage ?? 0);
  switch (required.kind) {
    case 'reached':
      return t('coverage.sayReached', { name, amount: money(remainingMinor) });
    case 'too-few':
      return t('coverage.sayTooFew', { name, have });
    case 'never-won':
      return t('coverage.sayNeverWon', { name, have });
    case 'known': {
      const needed = format.times(required.times);
      if (required.verdict === 'short')
        return t('coverage.sayShort', { name, amount: money(required.shortMinor) });
      return t(required.verdict === 'enough' ? 'coverage.sayEnough' : 'coverage.sayUnclear', {
        name,
        have,
        needed,
      });
    }
  }
}
