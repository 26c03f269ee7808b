import { useState } from 'react';
import type { Imported } from '../../lib/messages/protocol';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { Button } from '../ui/Button';
import { CsvImport } from './CsvImport';
import { ImportOutcome } from './ImportOutcome';
import { ImportProgress } from './ImportProgress';
import { Section } from './Section';
import css from './SettingsView.module.css';

/** Everything out as a file, and back in. */
export function DataSection() {
  const platform = usePlatform();
  const [state, run] = useAction();
  const [imported, setImported] = useState<Imported>();
  const [isImport, setIsImport] = useState(false);
  const [share, setShare] = useState<number>();
  const busy = state === 'pending';
  const save = (action: () => Promise<void>) => {
    setIsImport(false);
    run(action);
  };
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setImported(undefined);
    setIsImport(true);
    setShare(undefined);
    run(async () => setImported(await platform.importBackup(file, setShare)));
  };
  return (
    <Section name="data" title={t('data.title')} means={t('data.means')}>
      <div className={css.buttons}>
        <Button data-testid="export-json" disabled={busy} onClick={() => save(() => platform.exportJson())}>
          {t('data.json')}
        </Button>
        <Button data-testid="export-csv" disabled={busy} onClick={() => save(() => platform.exportCsv())}>
          {t('data.csv')}
        </Button>
        <label className={css.file}>
          {t('data.import')}
          <input
            type="file"
            accept="application/json,.json"
            data-testid="import"
            disabled={busy}
            onChange={(event) => {
              take(event.target.files?.[0]);
              // The same file may be chosen again after it was mended.
              event.target.value = '';
            }}
          />
        </label>
      </div>
      <p className={css.hint}>{t('data.hint')}</p>
      {busy && isImport && <ImportProgress share={share} />}
      {state === 'failed' ? (
        <p className={css.bad} role="alert">
          {isImport ? t('data.brokenOff') : t('common.failed')}
        </p>
      ) : (
        <ImportOutcome imported={imported} />
      )}
      <CsvImport />
    </Section>
  );
}
