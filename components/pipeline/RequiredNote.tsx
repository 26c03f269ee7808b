import type { CoverageRequired } from '../../lib/pipeline/coverage/coverage-required';
import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import css from './TargetSection.module.css';

/** On how many past periods the pipeline needed rests, or why it is not known. Nothing where nothing is to be won. */
export function RequiredNote({ required }: { required: CoverageRequired | undefined }) {
  const format = useFormat();
  if (required === undefined || required.kind === 'reached') return null;
  const n = required.kind === 'too-few' ? required.have : required.periods;
  const count = { count: format.count(n) };
  return (
    <p className={css.soft} data-testid="required-note" data-kind={required.kind} data-n={n}>
      {required.kind === 'too-few'
        ? t('coverage.noteTooFew', { have: count.count, need: format.count(required.need) })
        : t(required.kind === 'known' ? 'coverage.noteKnown' : 'coverage.noteNeverWon', n, count)}
    </p>
  );
}
