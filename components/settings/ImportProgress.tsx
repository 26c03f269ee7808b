import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import { ProgressBar } from '../ui/ProgressBar';
import css from './SettingsView.module.css';

/** How far an import has come; `share` (0 to 1) is absent while the file is still being checked. */
export function ImportProgress({ share }: { share: number | undefined }) {
  const format = useFormat();
  return (
    <div className={css.progress} data-testid="import-progress">
      <ProgressBar label={t('data.import')} done={share ?? 0} total={share === undefined ? undefined : 1} />
      <p className={css.hint}>
        {share === undefined ? t('data.checking') : t('data.importing', { share: format.percent(share) })}
      </p>
    </div>
  );
}
