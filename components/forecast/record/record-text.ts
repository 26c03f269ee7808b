import type { BaselineName, Ranged } from '../../../lib/forecast/record/record-score';
import { t } from '../../../lib/i18n/i18n';
import type { Format } from '../../ui/format-context';

/** Names of the ways that the forecast is held against, in the order in which they are shown. */
export const baselineNames = [
  'lastPeriod',
  'runRate',
  'stageWeights',
  'commit',
] as const satisfies readonly BaselineName[];

/** "7% – 12%", "−2% – 36%". */
export function rangeText({ low, high }: Ranged, format: Format): string {
  const text = (share: number) => (share < 0 ? signedPercent(share, format) : format.percent(share));
  return t('forecast.between', { low: text(low), high: text(high) });
}

/** A share with its sign: "+3%", "−2%", "0%". */
export function signedPercent(share: number, format: Format): string {
  const text = format.percent(Math.abs(share));
  if (text === format.percent(0)) return text;
  return `${share > 0 ? '+' : '−'}${text}`;
}

/** Whether the forecast has been better, as far as its interval tells. */
export function verdictOf({ low, high }: Ranged): 'better' | 'worse' | 'even' {
  return low > 0 ? 'better' : high < 0 ? 'worse' : 'even';
}

/** "43% less error", "12% more error". */
export function skillText({ value }: Ranged, format: Format): string {
  const share = format.percent(Math.abs(value));
  return value >= 0 ? t('record.lessError', { share }) : t('record.moreError', { share });
}
