import type { DealChange } from '../../lib/deal/deal';
import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import { changeText, changeTime } from './change-text';
import css from './DealDrawer.module.css';

const sourceKeys = {
  api: 'source.api',
  page: 'source.page',
  'page-approximate': 'source.rounded',
  history: 'source.history',
} as const;

/** What changed on a deal, newest first; a change seen between two reads says so. */
export function DealHistory({ changes }: { changes: readonly DealChange[] | undefined }) {
  const format = useFormat();
  if (changes === undefined) return null;
  if (changes.length === 0) return <p className={css.grey}>{t('history.none')}</p>;
  return (
    <ol className={css.events} data-testid="history">
      {changes.toReversed().map((change, index) => (
        <li key={change.id ?? index} data-field={change.field} data-interval={change.notBefore !== change.at}>
          <p>{changeText(change, format)}</p>
          <p className={css.grey}>
            {changeTime(change, format)} · {t(sourceKeys[change.source])}
          </p>
        </li>
      ))}
    </ol>
  );
}
