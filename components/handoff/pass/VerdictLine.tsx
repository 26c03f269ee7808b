import type { Verdict } from '../../../lib/deal/verdict';
import { t } from '../../../lib/i18n/i18n';
import { usePlatform } from '../../hooks/platform';
import { useSave } from '../../hooks/use-save';
import { Button } from '../../ui/Button';
import { useFormat } from '../../ui/format-context';
import { Saved } from '../../ui/Saved';
import css from './pass.module.css';
import { decisionText, returnText } from './pass-text';

/** What somebody has said of a pass; it can be taken back. */
export function VerdictLine({ verdict }: { verdict: Verdict }) {
  const platform = usePlatform();
  const format = useFormat();
  const [state, follow] = useSave();
  const { decision, reason, note, hot, by, at } = verdict;
  const said = [
    decision && decisionText(decision),
    reason && returnText(reason),
    hot !== undefined && t(hot ? 'pass.hot' : 'pass.notHot'),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <div className={css.verdict} data-testid="verdict">
      <p>
        {by === undefined ? t('pass.saidHere', { said }) : t('pass.saidBy', { said, name: by })}
        <span className={css.grey}> · {format.instant(at)}</span>
      </p>
      {note !== undefined && <p className={css.note}>{note}</p>}
      <Button
        slim
        look="quiet"
        data-testid="verdict-drop"
        onClick={() => follow(platform.dropVerdict(verdict))}
      >
        {t('pass.takeBack')}
      </Button>
      <Saved state={state === 'saved' ? 'idle' : state} />
    </div>
  );
}
