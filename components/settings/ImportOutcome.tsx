import type { Imported, ImportReport } from '../../lib/messages/protocol';
import { t } from '../../lib/i18n/i18n';
import { useFormat, type Format } from '../ui/format-context';
import { importRefusalKeys } from './import-refusal-keys';
import css from './SettingsView.module.css';

/** What came of an import: what is new here, what stayed as it was, or why nothing was changed. */
export function ImportOutcome({ imported }: { imported: Imported | undefined }) {
  const format = useFormat();
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
      {imported === undefined ? '' : reportText(imported, format)}
    </p>
  );
}

function reportText({ deals, leads, changes, others, settings }: ImportReport, format: Format): string {
  const lines = [
    ['data.added', deals.added],
    ['data.updated', deals.updated],
    ['data.changes', changes],
    ['csv.leadsAdded', leads.added],
    ['csv.leadsChanged', leads.updated],
    ['data.others', others.added],
    ['data.unchanged', deals.unchanged],
    ['csv.leadsUnchanged', leads.unchanged],
    ['data.kept', others.kept],
  ] as const;
  const told = lines.flatMap(([key, n]) => (n === 0 ? [] : [t(key, n, { count: format.count(n) })]));
  if (settings === 'taken') told.push(t('data.settingsTaken'));
  if (settings === 'kept') told.push(t('data.settingsKept'));
  const added = deals.added + deals.updated + leads.added + leads.updated + changes + others.added;
  const isNew = added > 0 || settings === 'taken';
  return [...(isNew ? [] : [t('data.nothingNew')]), ...told].join(' ');
}
