import type { StoreError } from '../../lib/messages/views';
import { t } from '../../lib/i18n/i18n';
import { Note } from '../ui/Note';

const words = {
  unreadable: ['error.unreadable', 'error.unreadableCure'],
  'disk-full': ['error.diskFull', 'error.diskFullCure'],
  'newer-version': ['error.newerVersion', 'error.newerVersionCure'],
  held: ['error.held', 'error.heldCure'],
  busy: ['error.busy', 'error.busyCure'],
} as const satisfies Record<StoreError['kind'], readonly [string, string]>;

/** What is wrong with the store, and what to do. */
export function StoreErrorNote({ error }: { error: StoreError }) {
  const [what, cure] = words[error.kind];
  return (
    <Note tone="bad" role="alert" testid="error" title={t(what)}>
      {t(cure)}
      {error.detail !== '' && (
        <details>
          <summary>{t('error.detail')}</summary>
          <code>{error.detail}</code>
        </details>
      )}
    </Note>
  );
}
