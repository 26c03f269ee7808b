import { moneyText } from '../../deal/amount-text';
import type { Format } from '../../ui/format-context';

/** Sums of several currencies, each by itself: nothing is converted here. */
export function sumsText(minor: Readonly<Record<string, number>>, format: Format): string {
  const sums = Object.entries(minor).map(([currency, sum]) =>
    currency === 'XXX' ? moneyText(sum, {}, format) : format.whole(sum, currency),
  );
  return sums.length === 0 ? '–' : sums.join(' + ');
}
