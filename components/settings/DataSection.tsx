import { useState } from 'react';
import type { Imported } from '../../lib/messages/protocol';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { importRefusalKeys } from './import-refusal-keys';
import { Section } from './Section';
import css from './SettingsView.module.css';

/** Everything out as a file, and back in. */
export function DataSection() {
  const platform = usePlatform();
  const [state, run] = useAction();
  const [imported, setImported] = useState<Imported>();
  const busy = state === 'pending';
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setImported(undefined);
    run(async () => setImported(await platform.importBackup(file)));
  };
  return (
    <Section name="data" title={t('data.title')} means={t('data.means')}>
      <div className={css.buttons}>
        <Button data-testid="export-json" disabled={busy} onClick={() => run(() => platform.exportJson())}>
          {t('data.json')}
        </Button>
        <Button data-testid="export-csv" disabled={busy} onClick={() => run(() => platform.exportCsv())}>
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
      <Outcome imported={imported} failed={state === 'failed'} />
    </Section>
  );
}

function Outcome({ imported, failed }: { imported: Imported | undefined; failed: boolean }) {
  const format = useFormat();
  if (failed)
    return (
      <p className={css.bad} role="alert">
        {t('common.failed')}
      </p>
    );
  if (imported?.kind === 'refused') {
    return (
      <p className={css.bad} role="alert" data-testid="import-refused">
        {t('data.refused')} {t(importRefusalKeys[imported.why])}
        {imported.where !== undefined && (
          <>
            {' '}
            <code>{imported.where}</code>
          </>
        )}
      </p>
    );
  }
  return (
    <p className={css.good} role="status" data-testid="import-done">
      {imported === undefined ? '' : t('data.done', imported.rows, { count: format.count(imported.rows) })}
    </p>
  );
}
