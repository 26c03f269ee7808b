import type { HandoffRow } from '../../../lib/handoff/handoff-row';
import { t } from '../../../lib/i18n/i18n';
import { useSaveVerdict } from '../../hooks/use-save-verdict';
import { Button } from '../../ui/Button';
import { Saved } from '../../ui/Saved';
import css from './pass.module.css';

/** Asks whether a pass was live, or with a slot booked: when a slot was booked no page shows, and whoever was there knows. */
export function HotQuestion({ row }: { row: HandoffRow }) {
  const [state, save] = useSaveVerdict(row);
  return (
    <div className={css.add} data-testid="hot">
      <span>{t('pass.isHot')}</span>
      <Button slim data-testid="hot-yes" onClick={() => void save({ hot: true })}>
        {t('common.yes')}
      </Button>
      <Button slim data-testid="hot-no" onClick={() => void save({ hot: false })}>
        {t('common.no')}
      </Button>
      <Saved state={state === 'saved' ? 'idle' : state} />
    </div>
  );
}
