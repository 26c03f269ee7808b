import type { Missing } from '../../lib/handoff/what-is-missing';
import { t } from '../../lib/i18n/i18n';
import css from './HandoffsView.module.css';

/** Where each of them is supplied. */
const cures = {
  roles: { hash: '#/settings?at=process', text: 'handoffs.cure.roles' },
  passes: { hash: '#/settings?at=data', text: 'handoffs.cure.csv' },
  'qualified-stage': { hash: '#/settings?at=process', text: 'handoffs.cure.stages' },
  qualification: { hash: '#/settings?at=data', text: 'handoffs.cure.csv' },
  history: undefined,
  touches: { hash: '#/settings?at=data', text: 'handoffs.cure.csv' },
  meetings: { hash: '#/settings?at=data', text: 'handoffs.cure.csv' },
  hot: { hash: '#/settings?at=data', text: 'handoffs.cure.csv' },
} as const satisfies Record<Missing, { hash: string; text: string } | undefined>;

const keys = {
  roles: 'handoffs.missing.roles',
  passes: 'handoffs.missing.passes',
  'qualified-stage': 'handoffs.missing.qualifiedStage',
  qualification: 'handoffs.missing.qualification',
  history: 'handoffs.missing.history',
  touches: 'handoffs.missing.touches',
  meetings: 'handoffs.missing.meetings',
  hot: 'handoffs.missing.hot',
} as const satisfies Record<Missing, string>;

/** What the figures lack, and how to supply it. */
export function MissingNotes({ missing }: { missing: readonly Missing[] }) {
  if (missing.length === 0) return null;
  return (
    <section className={css.missing} aria-labelledby="handoffs-missing" data-testid="handoffs-missing">
      <h2 id="handoffs-missing">{t('handoffs.missing.title')}</h2>
      <ul>
        {missing.map((one) => {
          const cure = cures[one];
          return (
            <li key={one} data-missing={one}>
              {t(keys[one])}{' '}
              {cure !== undefined && (
                <a className={css.link} href={cure.hash}>
                  {t(cure.text)}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
