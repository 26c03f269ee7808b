import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { ScopeSelect } from '../pipeline/ScopeSelect';
import { IconButton } from '../ui/Button';
import { DashboardLink } from '../ui/DashboardLink';
import { Hidden } from '../ui/Hidden';
import { Icon } from '../ui/Icon';
import { Mark } from '../ui/Mark';
import css from './Popup.module.css';

/** Mark, period and the ways on. `period`: absent while there are no figures; the name stands there instead. */
export function PopupHeader({
  period,
  scope = 'all',
  panel,
}: {
  period: string | undefined;
  /** Whose figures stand below. */
  scope?: string | undefined;
  panel: boolean;
}) {
  const platform = usePlatform();
  return (
    <header className={css.header}>
      <Mark />
      {period === undefined ? (
        <span className={css.brand}>Stafet</span>
      ) : (
        <>
          <h1>
            <Hidden>Stafet, {period}</Hidden>
          </h1>
          <ScopeSelect scope={scope} className={css.scope} />
          <DashboardLink
            className={css.period}
            hash="#/settings"
            title={t('popup.periodHint')}
            data-testid="period"
          >
            {period}
          </DashboardLink>
        </>
      )}
      <span className={css.spacer} />
      {!panel && (
        <IconButton label={t('popup.openPanel')} onClick={() => void platform.openSidePanel()}>
          <Icon name="panel" />
        </IconButton>
      )}
      <IconButton label={t('popup.openDashboard')} onClick={() => void platform.openDashboard('#/deals')}>
        <Icon name="out" />
      </IconButton>
    </header>
  );
}
