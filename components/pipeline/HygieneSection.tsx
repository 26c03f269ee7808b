import { useMemo, useState } from 'react';
import type { OpenDeal, PipelineFacts } from '../../lib/pipeline/facts/facts';
import { hygieneFields, type HygieneField, type HygieneState } from '../../lib/pipeline/hygiene/hygiene-of';
import { hygieneScore } from '../../lib/pipeline/hygiene/hygiene-score';
import { isInScope } from '../../lib/pipeline/scope/is-in-scope';
import type { ScopeRule } from '../../lib/pipeline/scope/scope-rule';
import { t } from '../../lib/i18n/i18n';
import { dealsHash } from '../deal/deal-filter';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import css from './CoverageView.module.css';
import { flagText } from './flag-text';
import { Scroll } from '../ui/Scroll';

const atFirst = 20;

/** The zero board: open deals with something amiss in one of the five fields, the largest first, until there are none. */
export function HygieneSection(props: { rule: ScopeRule; facts: PipelineFacts }) {
  const format = useFormat();
  const [isWhole, setIsWhole] = useState(false);
  const { rule, facts } = props;
  const open = useMemo(
    () => facts.openDeals.filter(({ owner, segments }) => isInScope(rule, owner, segments)),
    [facts.openDeals, rule],
  );
  const flagged = useMemo(() => open.filter(({ flags }) => flags.length > 0).toSorted(byAmount), [open]);
  const score = useMemo(() => hygieneScore(open.map(({ hygiene }) => hygiene)), [open]);
  const shown = isWhole ? flagged.slice(0, 1000) : flagged.slice(0, atFirst);
  return (
    <section className={css.section} aria-labelledby="hygiene" data-testid="hygiene">
      <div className={css.sub}>
        <h2 id="hygiene">{t('hygiene.title')}</h2>
        <p>{t('hygiene.means')}</p>
      </div>
      <p className={css.sum} data-testid="hygiene-score">
        {score.share === undefined
          ? t('hygiene.nothingShown')
          : t('hygiene.score', {
              share: format.percent(score.share),
              good: format.count(score.good),
              shown: format.count(score.shown),
            })}
      </p>
      <FieldTable open={open} />
      {flagged.length === 0 ? (
        open.length > 0 && <p className={css.quiet}>{t('hygiene.zero')}</p>
      ) : (
        <>
          <h3 className={css.listTitle}>
            {t('hygiene.deals', flagged.length, { count: format.count(flagged.length) })}
          </h3>
          <Scroll label={t('hygiene.amiss')}>
            <table className={css.table} data-testid="hygiene-deals">
              <thead>
                <tr>
                  <th scope="col">{t('columns.name')}</th>
                  <th scope="col">{t('field.owner')}</th>
                  <th scope="col" className={css.right}>
                    {t('columns.amount')}
                  </th>
                  <th scope="col">{t('hygiene.amiss')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((deal) => (
                  <tr key={deal.key} data-deal={deal.key}>
                    <td className={css.name}>
                      <a href={dealsHash({ deal: deal.key })}>{deal.name ?? t('deal.unnamed')}</a>
                    </td>
                    <td className={css.grey}>{deal.owner || '–'}</td>
                    <td className={css.right}>
                      {deal.minor === undefined ? '–' : format.whole(deal.minor, facts.options.currency)}
                    </td>
                    <td className={css.flags}>
                      {deal.flags.map((flag) => (
                        <span key={`${flag.field} ${flag.kind}`} className={css.flag}>
                          {flagText(flag, format)}
                        </span>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          {flagged.length > atFirst && !isWhole && (
            <Button look="quiet" onClick={() => setIsWhole(true)}>
              {t('problems.more', flagged.length - atFirst, {
                count: format.count(flagged.length - atFirst),
              })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

const states = ['good', 'missing', 'zero', 'overdue', 'not-shown'] as const satisfies readonly HygieneState[];
const stateKeys = {
  good: 'hygiene.good',
  missing: 'hygiene.missing',
  zero: 'hygiene.zeroAmount',
  overdue: 'hygiene.overdue',
  'not-shown': 'hygiene.notShown',
} as const satisfies Record<HygieneState, string>;

/** How many open deals stand how in each of the five fields. */
function FieldTable({ open }: { open: readonly OpenDeal[] }) {
  const format = useFormat();
  const counts = (field: HygieneField, state: HygieneState) =>
    open.filter(({ hygiene }) => hygiene[field] === state).length;
  return (
    <Scroll label={t('hygiene.title')}>
      <table className={css.table} data-testid="hygiene-fields">
        <thead>
          <tr>
            <th scope="col">{t('hygiene.field')}</th>
            {states.map((state) => (
              <th key={state} scope="col" className={css.right}>
                {t(stateKeys[state])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hygieneFields.map((field) => (
            <tr key={field}>
              <th scope="row">{t(`hygiene.fields.${field}`)}</th>
              {states.map((state) => {
                const n = counts(field, state);
                return (
                  <td key={state} className={css.right}>
                    {n === 0 ? <span className={css.grey}>–</span> : format.count(n)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function byAmount(a: OpenDeal, b: OpenDeal): number {
  return (b.minor ?? 0) - (a.minor ?? 0) || (a.key < b.key ? -1 : 1);
}
