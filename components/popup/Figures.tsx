import type { SiteState } from '../../lib/messages/views';
import type { Glance } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import { isOfGlance } from '../../lib/pipeline/is-of-glance';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { isStale } from '../pipeline/is-stale';
import { knownTotal } from '../../lib/pipeline/known-total';
import { LandingSection } from '../pipeline/LandingSection';
import { LeftOut } from '../pipeline/LeftOut';
import { OpenSection } from '../pipeline/OpenSection';
import { Problems } from '../pipeline/Problems';
import { TopDeals } from '../pipeline/TopDeals';
import { TargetSection } from '../pipeline/TargetSection';
import { WonSection } from '../pipeline/WonSection';
import { SiteSection } from '../site/SiteSection';
import { useFormat } from '../ui/format-context';
import { Note } from '../ui/Note';
import { HandoffLines } from './HandoffLines';

/** Everything that the cached deals say, largest first, and then what they cannot say. */
export function Figures({ glance, site }: { glance: Glance; site: SiteState | undefined }) {
  const held = useLive(usePlatform().forecastGlance);
  // Until it is of what is shown, there is none.
  const forecast = held !== undefined && isOfGlance(held, glance) ? held : undefined;
  const p90 = forecast?.landing.p90 ?? 0;
  // Won, target and landing stand on one scale.
  const scale = Math.max(glance.targetMinor ?? 0, glance.won.minor, p90, 1);
  return (
    <>
      <Partial glance={glance} />
      <WonSection glance={glance} scale={scale} />
      <LandingSection glance={glance} forecast={forecast} scale={scale} />
      <TargetSection glance={glance} required={forecast?.required} />
      <OpenSection glance={glance} />
      <TopDeals glance={glance} />
      <HandoffLines glance={glance} />
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
