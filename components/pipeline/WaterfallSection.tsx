import { useMemo, useState } from 'react';
import { dayNumber } from '../../lib/calendar/day-number';
import type { PipelineFacts } from '../../lib/pipeline/facts/facts';
import type { ScopeRule } from '../../lib/pipeline/scope/scope-rule';
import { isInScope } from '../../lib/pipeline/scope/is-in-scope';
import { waterfall } from '../../lib/pipeline/waterfall/waterfall';
import { t } from '../../lib/i18n/i18n';
import { Field } from '../ui/Field';
import { useFormat } from '../ui/format-context';
import css from './CoverageView.module.css';
import { WaterfallTable } from './WaterfallTable';

/** What changed the open pipeline between two days: one reason a deal, each bar opening to its deals. */
export function WaterfallSection(props: {
  scope: string;
  rule: ScopeRule;
  facts: PipelineFacts;
  days: { readonly from: string; readonly to: string | undefined };
  onDays: (from: string, to: string | undefined) => void;
}) {
  const format = useFormat();
  const [isWhole, setIsWhole] = useState(false);
  const { facts, rule, days } = props;
  const { start, end } = facts.options.period;
  const falls = useMemo(() => {
    const period = isWhole ? undefined : { start: dayNumber(start) ?? 0, end: dayNumber(end) ?? 0 };
    // Owners change, and are asked of each of the two days; segments are those of now on both.
    if (rule.kind === 'owners') return waterfall(facts.pairs, { members: rule.owners, period });
    const pairs = facts.pairs.filter(({ segments }) => isInScope(rule, '', segments));
    return waterfall(pairs, { members: undefined, period });
  }, [facts.pairs, rule, isWhole, start, end]);
  const names = useMemo(() => new Map(facts.pairs.map(({ key, name }) => [key, name])), [facts.pairs]);
  const { today } = facts.options;
  return (
    <section className={css.section} aria-labelledby="waterfall" data-testid="waterfall">
      <div className={css.sub}>
        <h2 id="waterfall">{t('waterfall.title')}</h2>
        <p>{t('waterfall.means')}</p>
      </div>
      <div className={css.controls}>
        <Field label={t('waterfall.deals')}>
          {(control) => (
            <select
              {...control}
              data-testid="waterfall-deals"
              value={isWhole ? 'all' : 'period'}
              onChange={(event) => setIsWhole(event.target.value === 'all')}
            >
              <option value="period">{t('waterfall.inPeriod')}</option>
              <option value="all">{t('waterfall.allOpen')}</option>
            </select>
          )}
        </Field>
        <Field label={t('waterfall.from')}>
          {(control) => (
            <input
              {...control}
              data-testid="waterfall-from"
              type="date"
              max={days.to ?? today}
              value={days.from}
              onChange={(event) => event.target.value !== '' && props.onDays(event.target.value, days.to)}
            />
          )}
        </Field>
        <Field label={t('waterfall.to')}>
          {(control) => (
            <input
              {...control}
              data-testid="waterfall-to"
              type="date"
              min={days.from}
              max={today}
              value={days.to ?? ''}
              onChange={(event) => props.onDays(days.from, event.target.value || undefined)}
            />
          )}
        </Field>
      </div>
      {falls.length === 0 ? (
        <p className={css.quiet}>{t('waterfall.none')}</p>
      ) : (
        falls.map((fall) => (
          <WaterfallTable
            key={`${fall.unit} ${props.scope} ${isWhole}`}
            fall={fall}
            among={falls.map(({ unit }) => unit)}
            names={names}
            from={format.date(days.from)}
            to={days.to === undefined ? t('waterfall.now') : format.date(days.to)}
          />
        ))
      )}
    </section>
  );
}
