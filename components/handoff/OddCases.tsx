import { t } from '../../lib/i18n/i18n';
import css from './HandoffsView.module.css';

const cases = [
  'handoffs.odd.noSdr',
  'handoffs.odd.noHistory',
  'handoffs.odd.noRole',
  'handoffs.odd.ownDeal',
  'handoffs.odd.betweenAes',
  'handoffs.odd.both',
  'handoffs.odd.clocks',
  'handoffs.odd.ranges',
] as const;

/** What becomes of deals that were not simply passed from an SDR to an AE with all of it on record. */
export function OddCases() {
  return (
    <details className={css.odd} data-testid="odd-cases">
      <summary>{t('handoffs.odd.title')}</summary>
      <ul>
        {cases.map((one) => (
          <li key={one}>{t(one)}</li>
        ))}
      </ul>
    </details>
  );
}
