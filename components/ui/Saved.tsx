import { t } from '../../lib/i18n/i18n';
import css from './Saved.module.css';

/** How the last save went: nothing yet, kept, or refused with the reason. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly why: string };

/** Says it politely beside the control; a refusal at once. */
export function Saved({ state }: { state: SaveState }) {
  if (state.kind === 'refused') {
    return (
      <p className={css.refused} role="alert">
        {t('settings.refused', { why: state.why })}
      </p>
    );
  }
  return (
    <p className={css.saved} role="status">
      {state.kind === 'saved' ? t('settings.saved') : ''}
    </p>
  );
}
