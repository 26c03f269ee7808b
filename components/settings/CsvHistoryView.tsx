import { t } from '../../lib/i18n/i18n';
import type { CsvPreview } from '../../lib/store/csv/csv-desk';
import { useFormat } from '../ui/format-context';
import { Note } from '../ui/Note';
import { CsvPaths } from './CsvPaths';
import { historyFieldKeys } from './csv-keys';

/** A file's histories as they would be stored: how many changes of which field, and the first deals' ways. */
export function CsvHistoryView({ preview }: { preview: Extract<CsvPreview, { kind: 'history' }> }) {
  const format = useFormat();
  const { rows, fields, changed, unchanged, others, repeated, unreadable, pathOf, paths } = preview;
  const counts = [
    ['csv.rows', rows],
    ['csv.historyChanged', changed],
    ['csv.historyKnown', unchanged],
    ['csv.others', others],
    ['csv.repeated', repeated],
    ['csv.unreadable', unreadable],
  ] as const;
  const told = counts.flatMap(([key, n]) => (n === 0 ? [] : [t(key, n, { count: format.count(n) })]));
  const ofFields = fields.map(({ field, told: n, added }) =>
    t('csv.fieldChanges', n, {
      field: t(historyFieldKeys[field]),
      count: format.count(n),
      added: format.count(added),
    }),
  );
  return (
    <>
      <p role="status" data-testid="csv-counts">
        {[...told, ...ofFields].join(' ')}
      </p>
      {changed + unchanged === 0 && <Note tone="warn">{t('csv.dealsFirst')}</Note>}
      <CsvPaths field={pathOf} paths={paths} />
    </>
  );
}
