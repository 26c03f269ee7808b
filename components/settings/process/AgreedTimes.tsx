import { t } from '../../../lib/i18n/i18n';
import { Field } from '../../ui/Field';
import css from '../SettingsView.module.css';
import type { DraftFault, ProcessDraft } from './draft';
import own from './process.module.css';

const fields = [
  ['decideWithin', 'process.badDays', 'process-decide', 'numeric'],
  ['touchWithin', 'process.badHours', 'process-touch', 'decimal'],
] as const;

/** Within what time a pass is to be decided and touched. */
export function AgreedTimes(props: {
  draft: ProcessDraft;
  faults: readonly DraftFault[];
  onChange: (change: Partial<ProcessDraft>) => void;
}) {
  const { draft, faults, onChange } = props;
  return (
    <div className={own.part} role="group" aria-label={t('process.agreed')}>
      <h3>{t('process.agreed')}</h3>
      <div className={css.row}>
        {fields.map(([name, bad, testid, mode]) => (
          <Field
            key={name}
            label={t(`process.${name}`)}
            error={faults.some(({ at }) => at === name) ? t(bad) : undefined}
          >
            {(control) => (
              <input
                {...control}
                data-testid={testid}
                inputMode={mode}
                autoComplete="off"
                maxLength={8}
                value={draft[name]}
                onChange={({ target }) => onChange({ [name]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </div>
  );
}
