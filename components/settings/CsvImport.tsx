import { useEffect, useState } from 'react';
import { t } from '../../lib/i18n/i18n';
import type { CsvFile } from '../hooks/csv-file';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { useFormat } from '../ui/format-context';
import { CsvForm } from './CsvForm';
import { csvRefusalKeys } from './csv-keys';
import css from './SettingsView.module.css';

interface Chosen {
  readonly csv: CsvFile;
  readonly name: string;
  /** Instant at which the file was written last. */
  readonly at: string;
}

/** Deals of a CRM's own export: a file is chosen, understood, shown, and stored only when the user says so. */
export function CsvImport() {
  const platform = usePlatform();
  const format = useFormat();
  const [state, run] = useAction();
  const [chosen, setChosen] = useState<Chosen>();
  useEffect(() => () => chosen?.csv.close(), [chosen]);
  const open = (file: File | undefined) => {
    if (file === undefined) return;
    setChosen(undefined);
    run(async () => {
      const csv = await platform.openCsv(file);
      const at = new Date(Math.min(file.lastModified, Date.now())).toISOString();
      setChosen({ csv, name: file.name, at });
    });
  };
  const opened = chosen?.csv.opened;
  return (
    <>
      <label className={css.file}>
        {t('csv.choose')}
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          data-testid="csv-import"
          disabled={state === 'pending'}
          onChange={(event) => {
            open(event.target.files?.[0]);
            // The same file may be chosen again after it was mended.
            event.target.value = '';
          }}
        />
      </label>
      <p className={css.hint}>{t('csv.hint')}</p>
      {state === 'pending' && (
        <p className={css.hint} role="status">
          {t('csv.opening')}
        </p>
      )}
      {state === 'failed' && (
        <p className={css.bad} role="alert">
          {t('common.failed')}
        </p>
      )}
      {opened?.kind === 'refused' && (
        <p className={css.bad} role="alert" data-testid="csv-refused">
          {t('data.refused')} {t(csvRefusalKeys[opened.why])}
          {'row' in opened && ` ${t('csv.atRow', { row: format.count(opened.row) })}`}
        </p>
      )}
      {chosen !== undefined && opened?.kind === 'opened' && (
        <CsvForm
          key={chosen.at + chosen.name}
          csv={chosen.csv}
          opened={opened}
          name={chosen.name}
          at={chosen.at}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}
