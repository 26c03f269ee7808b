import { useState } from 'react';
import type { SiteRow } from '../../lib/messages/views';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { useLive } from '../hooks/use-live';
import { isStillGranted } from '../site/is-still-granted';
import { KeepOrWipe } from '../site/KeepOrWipe';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { cx } from '../ui/cx';
import { Hidden } from '../ui/Hidden';
import { Section } from './Section';
import css from './SettingsView.module.css';

/** Which sites are read, what came of it, and the ways to end it. */
export function SitesSection() {
  const platform = usePlatform();
  const sites = useLive(platform.sites) ?? [];
  return (
    <Section name="sites" title={t('sites.title')} means={t('sites.means')}>
      {sites
        .filter((site) => site.keepOrWipe)
        .map((site) => (
          <KeepOrWipe key={site.host} host={site.host} />
        ))}
      {sites.length === 0 ? (
        <p className={css.hint}>{t('sites.none')}</p>
      ) : (
        <div className={css.scroll}>
          <table className={css.table} data-testid="sites">
            <thead>
              <tr>
                <th scope="col">{t('sites.site')}</th>
                <th scope="col" className={css.right}>
                  {t('sites.deals')}
                </th>
                <th scope="col" className={css.lately}>
                  {t('sites.read')}
                </th>
                <th scope="col">{t('sites.overlay')}</th>
                <th scope="col" className={css.last}>
                  <Hidden>{t('sites.stop')}</Hidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {sites.map((site) => (
                <Site key={site.host} site={site} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function Site({ site }: { site: SiteRow }) {
  const platform = usePlatform();
  const format = useFormat();
  const [state, run] = useAction();
  const [isFixed, setFixed] = useState(false);
  const pending = state === 'pending';
  return (
    <tr data-host={site.host}>
      <th scope="row" className={css.host}>
        {site.host}
      </th>
      <td className={css.right}>{format.count(site.deals)}</td>
      <td className={cx(css.muted, css.lately)}>
        {site.lastReadAt === undefined ? t('sites.never') : format.ago(site.lastReadAt)}
      </td>
      <td>
        {site.granted && (
          <label className={css.switch}>
            <input
              type="checkbox"
              checked={site.overlayOn}
              disabled={pending}
              onChange={(event) => {
                const on = event.target.checked;
                run(() => platform.setOverlay(site.host, on));
              }}
            />
            {site.overlayOn ? t('sites.on') : t('sites.off')}
            <Hidden>{t('sites.overlayOf', { host: site.host })}</Hidden>
          </label>
        )}
      </td>
      <td className={css.last}>
        {site.granted ? (
          <Button
            slim
            disabled={pending}
            onClick={() => run(async () => setFixed(isStillGranted(await platform.revokeSite(site.host))))}
          >
            {t('sites.stop')}
            <Hidden> {site.host}</Hidden>
          </Button>
        ) : (
          <span className={css.muted}>{t('sites.notRead')}</span>
        )}
        {state === 'failed' && <p className={css.bad}>{t('common.failed')}</p>}
        {isFixed && (
          <p className={css.bad} role="alert">
            {t('site.fixed', { host: site.host })}
          </p>
        )}
      </td>
    </tr>
  );
}
