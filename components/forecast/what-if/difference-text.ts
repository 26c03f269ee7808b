import { formatChange } from '../../../lib/i18n/format-change';
import { t } from '../../../lib/i18n/i18n';
import type { Format } from '../../ui/format-context';

/** An amount more or less, with its sign: `+€12,000`; a dash for the eye where there is none. */
export function differenceText(minor: number, currency: string, format: Format): string {
  const rounded = Math.round(minor);
  const text = format.whole(Math.abs(rounded), currency);
  // What is under half a unit is shown as none.
  if (format.whole(0, currency) === text) return '–';
  return `${rounded > 0 ? '+' : '−'}${text}`;
}

/** A difference of chances in points: `+12 pts`. */
export function pointsText(share: number, format: Format): string {
  const text = formatChange(share, format.locale).replace(/\s?%/u, '');
  return text === '0' ? '–' : t('whatIf.points', { points: text });
}
