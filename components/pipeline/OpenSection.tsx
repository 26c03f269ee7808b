import type { CSSProperties } from 'react';
import type { Glance } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import { isUnknownSum } from '../../lib/pipeline/is-unknown-sum';
import { dealsHash } from '../deal/deal-filter';
import { scopeFilter } from './scope-filter';
import { useFormat } from '../ui/format-context';
import css from './sums.module.css';
import { SumLink } from './SumLink';

/** All that is open, and the share of it that the CRM's own odds make. */
export function OpenSection({ glance }: { glance: Glance }) {
  const format = useFormat();
  const { open, weighted } = glance;
  const at = (minor: number) => `${(Math.max(0, minor) / Math.max(1, open.minor)) * 100}%`;
  return (
    <section aria-label={t('popup.open')}>
      <dl className={css.hero}>
        <div>
          <dt>
            {t('popup.open')} · {t('popup.deals', open.n, { count: format.count(open.n) })}
          </dt>
          <dd>
            <SumLink
              sum={open}
              hash={dealsHash({ ...scopeFilter(glance), outcome: 'open', counted: 'sum' })}
              testid="open"
              size="hero"
            />
          </dd>
        </div>
        <div>
          <dt>{t('popup.weighted')}</dt>
          <dd>
            <SumLink
              sum={weighted}
              hash={dealsHash({ ...scopeFilter(glance), outcome: 'open', counted: 'weighted' })}
              testid="weighted"
              size="hero"
            />
            {open.minor > 0 && !isUnknownSum(weighted) && (
              <span className={css.n}>{format.percent(weighted.minor / open.minor)}</span>
            )}
          </dd>
        </div>
      </dl>
      <div
        className={css.ruler}
        aria-hidden="true"
        style={{ '--open': at(open.minor), '--weighted': at(weighted.minor) } as CSSProperties}
      >
        <div className={css.rail}>
          <i className={css.open} />
          <i className={css.weighted} />
        </div>
      </div>
    </section>
  );
}
