import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { useFormat } from '../ui/format-context';
import { Note } from '../ui/Note';
import { RestoredNote } from './RestoredNote';
import { StoreErrorNote } from './StoreErrorNote';

/** Whatever is wrong with the store, or was, above everything else. */
export function StoreNotes() {
  const platform = usePlatform();
  const format = useFormat();
  const error = useLive(platform.error);
  const outcome = useLive(platform.restored);
  const alone = useLive(platform.oneCopy);
  return (
    <>
      {error !== undefined && <StoreErrorNote error={error} />}
      {outcome !== undefined && <RestoredNote outcome={outcome} />}
      {alone !== undefined && error === undefined && (
        <Note tone="warn" role="status" testid="one-copy" title={t('secondCopy.title')}>
          {t('secondCopy.text', { since: format.instant(alone.since) })}
        </Note>
      )}
    </>
  );
}
