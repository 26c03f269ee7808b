import { t } from '../../lib/i18n/i18n';
import type { CsvPreview } from '../../lib/store/csv/csv-desk';
import type { CsvFile, CsvStored } from '../hooks/csv-file';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { CsvProblems } from './CsvProblems';
import css from './SettingsView.module.css';

/** What came of a file: what is new here, what was completed, and what was left out. */
export function CsvOutcome(props: {
  csv: CsvFile;
  stored: CsvStored;
  preview: CsvPreview | undefined;
  onClose: () => void;
}) {
  const { stored, preview } = props;
  const format = useFormat();
  const isLeads = preview?.kind === 'leads';
  const counts = [
    [isLeads ? 'csv.leadsAdded' : 'data.added', stored.added],
    [isLeads ? 'csv.leadsChanged' : 'csv.changed', stored.updated],
    ['data.changes', stored.changes],
    [isLeads ? 'csv.leadsUnchanged' : 'csv.unchanged', stored.unchanged],
    ['csv.unreadable', preview?.unreadable ?? 0],
    ['csv.flagged', preview?.flagged ?? 0],
  ] as const;
  const told = counts.flatMap(([key, n]) => (n === 0 ? [] : [t(key, n, { count: format.count(n) })]));
  return (
    <>
      <p className={stored.isPart ? css.bad : css.good} role="status" data-testid="csv-done">
        {[...(stored.isPart ? [t('csv.stopped')] : []), ...told].join(' ')}
      </p>
      {preview !== undefined && <CsvProblems preview={preview} csv={props.csv} />}
      <Button onClick={props.onClose}>{t('common.close')}</Button>
    </>
  );
}
