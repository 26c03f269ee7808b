import type { ReadAnchor } from '../../lib/crm/reader-channel';
import type { DealRead } from '../../lib/deal/deal';
import { formatPercent } from '../../lib/i18n/format';
import { t } from '../../lib/i18n/i18n';

/** What a marker shows of a deal at a glance. */
export interface DealFace {
  readonly kind: 'chance' | 'won' | 'lost' | 'open' | 'unknown';
  /** The CRM's own probability, 0..1; with the kind `chance` only. */
  readonly chance?: number;
  /** Its few letters. */
  readonly text: string;
  /** What a screen reader says. */
  readonly label: string;
  /** Not bound to a deal of the store yet: drawn dashed. */
  readonly isUnbound: boolean;
  /** Something of this row could not be read. */
  readonly hasProblem: boolean;
}

/**
 * A settled deal shows its outcome, an open one the CRM's own probability, named so; where the page shows neither, a
 * dash: never a number made up.
 */
export function dealFace(reading: ReadAnchor, hasProblem: boolean, locale: string): DealFace {
  const { outcome, crmProbability } = reading.read.values;
  const name = dealTitle(reading.read);
  const isUnbound = reading.key === undefined;
  const shared = { isUnbound, hasProblem };
  if (outcome === 'won' || outcome === 'lost') {
    const text = t(`overlay.outcome.${outcome}`);
    return { kind: outcome, text, label: t('overlay.markerState', { name, state: text }), ...shared };
  }
  if (typeof crmProbability === 'number') {
    const text = formatPercent(crmProbability, locale);
    const label = t('overlay.markerChance', { name, percent: text });
    return { kind: 'chance', chance: crmProbability, text, label, ...shared };
  }
  if (outcome === 'open') {
    const text = t('overlay.outcome.open');
    return { kind: 'open', text, label: t('overlay.markerState', { name, state: text }), ...shared };
  }
  return { kind: 'unknown', text: '–', label: t('overlay.markerUnknown', { name }), ...shared };
}

/** What to call a deal: its name, else its account or number. */
export function dealTitle(read: DealRead): string {
  const { name, account, number } = read.values;
  return name || account || number || read.id || t('overlay.unnamed');
}
