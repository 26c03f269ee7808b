import type { Survey } from '../../lib/deal/mapping';
import { t } from '../../lib/i18n/i18n';
import { Field } from '../ui/Field';

/** The choice of one column of a file. */
export function CsvColumnField(props: {
  label: string;
  hint?: string;
  /** What stands for no column. */
  none: string;
  testid: string;
  survey: Survey;
  value: string;
  onChoose: (key: string) => void;
}) {
  return (
    <Field label={props.label} hint={props.hint}>
      {(control) => (
        <select
          {...control}
          data-testid={props.testid}
          value={props.value}
          onChange={({ target }) => props.onChoose(target.value)}
        >
          <option value="">{props.none}</option>
          {props.survey.columns.map(({ key, heading }) => (
            <option key={key} value={key}>
              {heading || t('teach.untitled')}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
