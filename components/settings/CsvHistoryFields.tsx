import { useId } from 'react';
import type { SurveyedSheet } from '../../lib/crm/sheet';
import { historyFields, type HistoryField } from '../../lib/deal/file-history/file-step';
import { t } from '../../lib/i18n/i18n';
import teach from '../site/Teach.module.css';
import { Field } from '../ui/Field';
import { CsvColumnField } from './CsvColumnField';
import { historyFieldKeys } from './csv-keys';
import { namedFields, type HistoryDraft } from './csv-wish';
import css from './SettingsView.module.css';

/** What the columns of a history mean: when, which field, what it was and what it became. */
export function CsvHistoryFields(props: {
  draft: HistoryDraft;
  sheet: SurveyedSheet;
  onChange: (draft: HistoryDraft) => void;
}) {
  const { draft, sheet } = props;
  const { columns } = draft;
  const choose = (name: keyof HistoryDraft['columns']) => (key: string) =>
    props.onChange({ ...draft, columns: { ...columns, [name]: key } });
  const column = (name: keyof HistoryDraft['columns'], none: string) => ({
    label: t(`csv.column.${name}`),
    none,
    testid: `csv-${name}`,
    survey: sheet.survey,
    value: columns[name],
    onChoose: choose(name),
  });
  return (
    <>
      <div className={css.row}>
        <CsvColumnField {...column('when', t('csv.chooseId'))} hint={t('csv.whenMeans')} />
        <CsvColumnField {...column('field', t('csv.oneField'))} />
        {columns.field === '' && (
          <Field label={t('csv.whole')}>
            {(control) => (
              <select
                {...control}
                data-testid="csv-whole"
                value={draft.whole}
                onChange={({ target }) =>
                  props.onChange({ ...draft, whole: fieldIn(target.value) ?? draft.whole })
                }
              >
                {historyFields.map((field) => (
                  <option key={field} value={field}>
                    {t(historyFieldKeys[field])}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <CsvColumnField {...column('from', t('csv.noColumn'))} hint={t('csv.fromMeans')} />
        <CsvColumnField {...column('to', t('csv.chooseId'))} />
        <CsvColumnField {...column('currency', t('csv.noColumn'))} />
      </div>
      {columns.field !== '' && (
        <ul className={teach.columns}>
          {Object.entries(namedFields(draft, sheet)).map(([text, field]) => (
            <NamedField
              key={text}
              text={text}
              field={field}
              onChoose={(chosen) => props.onChange({ ...draft, fields: { ...draft.fields, [text]: chosen } })}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function NamedField(props: {
  text: string;
  field: HistoryField | null;
  onChoose: (field: HistoryField | null) => void;
}) {
  const id = useId();
  return (
    <li className={teach.column} data-field-name={props.text}>
      <label htmlFor={id} className={teach.heading}>
        {props.text}
      </label>
      <select
        id={id}
        className={teach.select}
        value={props.field ?? ''}
        onChange={({ target }) => props.onChoose(fieldIn(target.value) ?? null)}
      >
        <option value="">{t('csv.notKept')}</option>
        {historyFields.map((one) => (
          <option key={one} value={one}>
            {t(historyFieldKeys[one])}
          </option>
        ))}
      </select>
    </li>
  );
}

function fieldIn(text: string): HistoryField | undefined {
  return historyFields.find((field) => field === text);
}
