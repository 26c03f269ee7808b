import { useState } from 'react';
import type { Period } from '../../lib/pipeline/glance';
import { periodId } from '../../lib/pipeline/targets/period-id';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { Button } from '../ui/Button';
import { decimalSignOf } from '../ui/decimal-sign';
import { Field } from '../ui/Field';
import { useFormat } from '../ui/format-context';
import { targetRefusals } from './target-refusals';
import css from './TargetForm.module.css';

/**
 * Enters what a scope is to win in a period. What can be read in two ways is refused in a sentence, and not sent.
 *
 * @param onSaved Called once the store has it.
 */
export function TargetForm(props: {
  scope: string;
  period: Period;
  currency: string;
  /** What stands in the field at first. */
  text?: string;
  onSaved?: () => void;
}) {
  const platform = usePlatform();
  const { today, locale } = useFormat();
  const [typed, setTyped] = useState(props.text ?? '');
  const [error, setError] = useState<string>();
  const { scope, currency } = props;

  const save = async () => {
    // Reading an amount is not in a surface's first chunk.
    const { parseTargetAmount } = await import('../../lib/pipeline/targets/parse-target-amount');
    const read = parseTargetAmount(typed, { decimalSign: decimalSignOf(locale), currency });
    if (read.kind === 'empty') return setError(t('target.notATarget'));
    if (read.kind === 'refused') return setError(t(targetRefusals[read.why]));
    const target = { amountMinor: read.amountMinor, currency: read.currency };
    const answer = await platform
      .saveTargets([{ scope, period: periodId(props.period), from: today, ...target }])
      .catch(() => undefined);
    if (answer === undefined) return setError(t('common.failed'));
    if ('refused' in answer) return setError(t('settings.refused'));
    setError(undefined);
    props.onSaved?.();
  };

  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t('target.field', { currency })} error={error}>
        {(control) => (
          <input
            {...control}
            data-testid="target-entry"
            inputMode="decimal"
            autoComplete="off"
            maxLength={40}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" data-testid="target-save">
        {t('target.save')}
      </Button>
    </form>
  );
}
