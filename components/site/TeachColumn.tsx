import { useId } from 'react';
import { BOARD_COLUMN, mappedFields, type MappedField, type SurveyedColumn } from '../../lib/deal/mapping';
import { t } from '../../lib/i18n/i18n';
import { cx } from '../ui/cx';
import { fieldName } from './field-name';
import css from './Teach.module.css';

/** One column: its heading, what stands in it, and which field it is. */
export function TeachColumn(props: {
  column: SurveyedColumn;
  field: MappedField | null;
  onChoose: (field: MappedField | null) => void;
  /** The user looks at this column; a file's has no page that could mark it. */
  onLook?: () => void;
}) {
  const { column, field } = props;
  const id = useId();
  // A board that is grouped by something else today looks the same: only stages are known by their names.
  const choices = column.key === BOARD_COLUMN ? (['stage'] as const) : mappedFields;
  const isAsFound = field === column.field;
  const isDoubtful = column.by === 'unsure' || column.by === 'unknown';
  return (
    <li className={css.column} data-column={column.key}>
      <label htmlFor={id} className={css.heading}>
        {headingOf(column)}
        <span className={cx(css.by, isAsFound && isDoubtful && css.doubt)}>
          {t(`teach.by.${isAsFound ? column.by : 'taught'}`)}
        </span>
      </label>
      <p className={css.samples}>{column.values.slice(0, 3).join(' · ') || t('teach.empty')}</p>
      <select
        id={id}
        className={css.select}
        value={field ?? ''}
        onMouseEnter={props.onLook}
        onFocus={props.onLook}
        onChange={({ target }) => props.onChoose(mappedFields.find((one) => one === target.value) ?? null)}
      >
        <option value="">{t('teach.none')}</option>
        {choices.map((one) => (
          <option key={one} value={one}>
            {fieldName(one)}
          </option>
        ))}
      </select>
    </li>
  );
}

function headingOf({ key, heading, isPart }: SurveyedColumn): string {
  if (key === BOARD_COLUMN) return t('teach.ofBoard');
  const shown = heading || t('teach.untitled');
  return isPart === true ? t('teach.partOf', { heading: shown }) : shown;
}
