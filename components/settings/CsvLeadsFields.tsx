import { leadColumns, type LeadColumn, type LeadColumns } from '../../lib/deal/lead-columns';
import type { Survey } from '../../lib/deal/mapping';
import { t } from '../../lib/i18n/i18n';
import { CsvColumnField } from './CsvColumnField';
import css from './SettingsView.module.css';

/** What the columns of a file of leads mean. */
export function CsvLeadsFields(props: {
  columns: LeadColumns;
  survey: Survey;
  onChange: (columns: LeadColumns) => void;
}) {
  const { columns, survey } = props;
  const choose = (column: LeadColumn) => (key: string) => props.onChange({ ...columns, [column]: key });
  return (
    <div className={css.row}>
      {leadColumns.map((column) => (
        <CsvColumnField
          key={column}
          label={t(`lead.${column}`)}
          {...(column === 'convertedTo' ? { hint: t('csv.convertedToMeans') } : {})}
          none={t('csv.noColumn')}
          testid={`csv-lead-${column}`}
          survey={survey}
          value={columns[column]}
          onChoose={choose(column)}
        />
      ))}
    </div>
  );
}
