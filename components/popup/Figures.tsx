import type { SiteState } from '../../lib/messages/views';
import type { Glance } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import { isStale } from '../pipeline/is-stale';
import { knownTotal } from '../pipeline/known-total';
import { LeftOut } from '../pipeline/LeftOut';
import { OpenSection } from '../pipeline/OpenSection';
import { Problems } from '../pipeline/Problems';
import { TopDeals } from '../pipeline/TopDeals';
import { TargetSection } from '../pipeline/TargetSection';
import { WonSection } from '../pipeline/WonSection';
import { SiteSection } from '../site/SiteSection';
import { useFormat } from '../ui/format-context';
import { Note } from '../ui/Note';

/** Everything that the cached deals say, largest first, and then what they cannot say. */
export function Figures({ glance, site }: { glance: Glance; site: SiteState | undefined }) {
  const scale = Math.max(glance.targetMinor ?? 0, glance.won.minor, glance.open.minor, 1);
  return (
    <>
      <Partial glance={glance} />
      <WonSection glance={glance} scale={scale} />
      <TargetSection glance={glance} />
      <OpenSection glance={glance} scale={scale} />
      <TopDeals glance={glance} />
      <LeftOut glance={glance} />
      <Problems />
      <SiteSection site={site} />
    </>
  );
}

/** Figures that rest on old or missing reads say so above themselves. */
function Partial({ glance }: { glance: Glance }) {
  const format = useFormat();
  const { openRead, oldestSeenAt } = glance.completeness;
  const unread = (knownTotal(glance.completeness) ?? openRead) - openRead;
  const stale = isStale(glance.completeness, format.now) && oldestSeenAt !== undefined;
  if (unread === 0 && !stale) return null;
  return (
    <Note
      tone="warn"
      title={stale ? t('stale.title') : t('partial.title', unread, { count: format.count(unread) })}
      {...(stale ? { testid: 'stale' } : { testid: 'partial' })}
    >
      {stale && t('stale.text', { ago: format.ago(oldestSeenAt) })}{' '}
      {stale && unread > 0 && t('stale.unread', unread, { count: format.count(unread) })}
      {!stale && t('partial.text')}
    </Note>
  );
}
