import { t } from '../../lib/i18n/i18n';
import css from './Saved.module.css';

/** How the last save went: nothing yet, kept, refused for its value, or it could not be tried. */
export type SaveState = 'idle' | 'saved' | 'refused' | 'failed';

/** Says it politely beside the control; a refusal at once. */
export function Saved({ state }: { state: SaveState }) {
  if (state === 'refused' || state === 'failed') {
    return (
      <p className={css.refused} role="alert">
        {state === 'refused' ? t('settings.refused') : t('common.failed')}
      </p>
    );
  }
  return (
    <p className={css.saved} role="status">
      {state === 'saved' ? t('settings.saved') : ''}
    </p>
  );
}
