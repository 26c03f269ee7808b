import { useEffect, useMemo, useRef } from 'react';
import type { Deal } from '../../lib/deal/deal';
import { t } from '../../lib/i18n/i18n';
import { DealHandoffs } from '../handoff/pass/DealHandoffs';
import { usePlatform } from '../hooks/platform';
import { useEscape } from '../hooks/use-escape';
import { useLive } from '../hooks/use-live';
import { IconButton } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { Icon } from '../ui/Icon';
import { amountText } from './amount-text';
import { DealHistory } from './DealHistory';
import css from './DealDrawer.module.css';
import { fieldRows } from './field-rows';
import { safeLink } from './safe-link';

const sourceKeys = { api: 'source.api', page: 'source.page', 'page-approximate': 'source.rounded' } as const;

/** All that is known of one deal: each field with where and when it was read, and what changed. */
export function DealDrawer({ deal, onClose }: { deal: Deal; onClose: () => void }) {
  const platform = usePlatform();
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  const changes = useLive(useMemo(() => platform.changesOf(deal.key), [platform, deal.key]));
  const granted = (useLive(platform.sites) ?? []).filter((site) => site.granted).map((site) => site.host);
  const href = safeLink(deal.url, deal.host, granted);
  const name = deal.name ?? deal.account ?? t('deal.unnamed');
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    return () => {
      // Back to where the reader was: the list may have drawn its rows anew meanwhile.
      const row = document.querySelector(`tr[data-deal="${CSS.escape(deal.key)}"] a`);
      if (row instanceof HTMLElement) row.focus({ preventScroll: true });
    };
  }, [deal.key]);
  useEscape(onClose);
  return (
    <aside className={css.drawer} aria-label={t('drawer.label', { name })} data-testid="deal-drawer">
      <header className={css.header}>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {name}
          </h2>
          <p className={css.grey}>
            {[amountText(deal, format), deal.owner, deal.stage]
              .filter((part) => part !== undefined && part !== null && part !== '–')
              .join(' · ')}
          </p>
        </div>
        <IconButton label={t('common.close')} onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </header>
      {href !== undefined && (
        <p>
          <a className={css.link} href={href} target="_blank" rel="noreferrer">
            {t('drawer.open', { host: deal.host })}
          </a>
        </p>
      )}
      <h3>{t('drawer.fields')}</h3>
      <dl className={css.fields}>
        {fieldRows(deal, format).map((row) => (
          <div key={row.name} data-field={row.name}>
            <dt>{row.label}</dt>
            <dd>
              <span>{row.text}</span>
              {row.source !== undefined && (
                <span className={css.source} title={`${row.source.view}, ${format.instant(row.source.at)}`}>
                  {t('drawer.source', {
                    from: t(sourceKeys[row.source.from]),
                    ago: format.ago(row.source.at),
                  })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t('pass.title')}</h3>
      <DealHandoffs deal={deal} />
      <h3>{t('drawer.history')}</h3>
      <DealHistory changes={changes} />
      <p className={css.note}>{t('drawer.note', { ago: format.ago(deal.seenAt) })}</p>
    </aside>
  );
}
