import type { RestoreOutcome } from '../../lib/messages/views';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { Button } from '../ui/Button';
import { useFormat, type Format } from '../ui/format-context';
import { Note } from '../ui/Note';

/** What became of a store that the browser had lost. It stays until the user closes it. */
export function RestoredNote({ outcome }: { outcome: RestoreOutcome }) {
  const platform = usePlatform();
  const format = useFormat();
  const [state, run] = useAction();
  const { kind, whole, missing } = outcome;
  const at = format.instant(outcome.at);
  return (
    <Note
      tone={kind === 'lost' || missing !== undefined ? 'bad' : 'warn'}
      role={kind === 'restoring' ? 'status' : 'alert'}
      testid="restored"
      title={whole ? t('restored.whole', { at }) : t('restored.part', { at })}
      actions={
        kind !== 'restoring' && (
          <Button
            slim
            data-testid="dismiss-restored"
            disabled={state === 'pending'}
            onClick={() => run(() => platform.dismissRestored())}
          >
            {t('restored.dismiss')}
          </Button>
        )
      }
    >
      {sentencesOf(outcome, format).join(' ')}
    </Note>
  );
}

function sentencesOf({ kind, missing, ...brought }: RestoreOutcome, format: Format): string[] {
  const deals = t('restored.deals', brought.deals, { count: format.count(brought.deals) });
  if (kind === 'restoring') return [t('restored.underWay')];
  if (kind === 'lost') return [t('restored.lost', { deals })];
  const changes = t('restored.changes', brought.changes, { count: format.count(brought.changes) });
  const done = t('restored.done', { deals, changes });
  if (missing === undefined) return [done, t('restored.nothingMissing')];
  if (missing.since === undefined) return [done, t('restored.missingSome')];
  return [done, t('restored.missingSince', { since: format.instant(missing.since) })];
}
