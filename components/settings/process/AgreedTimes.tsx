import { t } from '../../../lib/i18n/i18n';
import { Field } from '../../ui/Field';
import css from '../SettingsView.module.css';
import type { DraftFault, ProcessDraft } from './draft';
import own from './process.module.css';

/** Within what time a pass is to be decided and touched. */
export function AgreedTimes(props: {
  draft: ProcessDraft;
  faults: readonly DraftFault[];
  onChange: (change: Partial<ProcessDraft>) => void;
}) {
  const { draft, faults, onChange } = props;
  const errorOf = (name: DraftFault['at'], text: string) =>
    faults.some(({ at }) => at === name) ? text : undefined;
  return (
    <div className={own.part} role="group" aria-label={t('process.agreed')}>
      <h3>{t('process.agreed')}</h3>
      <div className={css.row}>
        <Field label={t('process.decideWithin')} error={errorOf('decideWithin', t('process.badDays'))}>
          {(control) => (
            <input
              {...control}
              data-testid="process-decide"
              inputMode="numeric"
              autoComplete="off"
              maxLength={8}
              value={draft.decideWithin}
              onChange={({ target }) => onChange({ decideWithin: target.value })}
            />
          )}
        </Field>
        <Field label={t('process.touchWithin')} error={errorOf('touchWithin', t('process.badHours'))}>
          {(control) => (
            <input
              {...control}
              data-testid="process-touch"
              inputMode="decimal"
              autoComplete="off"
              maxLength={8}
              value={draft.touchWithin}
              onChange={({ target }) => onChange({ touchWithin: target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
