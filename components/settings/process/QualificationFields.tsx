import { t } from '../../../lib/i18n/i18n';
import { Field } from '../../ui/Field';
import { questionLabel } from '../../deal/question-label';
import settings from '../SettingsView.module.css';
import type { DraftFault, ProcessDraft } from './draft';
import css from './process.module.css';

/** What a pass is to have known of the deal, and how much each of it weighs; those that deals have are offered as well. */
export function QualificationFields(props: {
  fields: ProcessDraft['fields'];
  /** Ids that deals have. */
  seen: readonly string[];
  faults: readonly DraftFault[];
  onChange: (fields: ProcessDraft['fields']) => void;
}) {
  const { fields, seen, faults, onChange } = props;
  const ids = [...new Set([...fields.map(({ id }) => id), ...seen])];
  const weightOf = (id: string) => fields.find((field) => field.id === id)?.weight ?? '';
  const change = (id: string, weight: string) =>
    onChange(ids.map((one) => ({ id: one, weight: one === id ? weight : weightOf(one) })));
  return (
    <div className={css.part} role="group" aria-label={t('process.fields')}>
      <h3>{t('process.fields')}</h3>
      <p className={css.hint}>{t('process.fieldsMeans')}</p>
      <div className={settings.row}>
        {ids.map((id) => (
          <div key={id} className={css.weight}>
            <Field
              label={questionLabel(id)}
              error={
                faults.some((fault) => fault.at === 'field' && fault.id === id)
                  ? t('process.badWeight')
                  : undefined
              }
            >
              {(control) => (
                <input
                  {...control}
                  data-testid={`process-field-${id}`}
                  inputMode="decimal"
                  autoComplete="off"
                  maxLength={8}
                  placeholder="0"
                  value={weightOf(id)}
                  onChange={({ target }) => change(id, target.value)}
                />
              )}
            </Field>
          </div>
        ))}
      </div>
    </div>
  );
}
