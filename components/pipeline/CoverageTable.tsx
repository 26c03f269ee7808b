import type { PipelineFacts } from '../../lib/pipeline/facts/facts';
import { t } from '../../lib/i18n/i18n';
import { dealsHash } from '../deal/deal-filter';
import { cx } from '../ui/cx';
import { useFormat } from '../ui/format-context';
import { CoverageBar } from './CoverageBar';
import type { CoverageRow } from './coverage-rows';
import css from './CoverageView.module.css';
import { scopeText } from './scope-text';
import { Verdict } from './Verdict';
import { Scroll } from '../ui/Scroll';

/** Whose gap is covered how often, and how often it has to be. A line's name chooses whom the rest of the page is about. */
export function CoverageTable(props: {
  rows: readonly CoverageRow[];
  facts: PipelineFacts;
  chosen: string;
  onChoose: (scope: string) => void;
}) {
  const format = useFormat();
  const scale = scaleOf(props.rows);
  return (
    <section className={css.section} aria-label={t('coverage.coverage')}>
      <Scroll label={t('coverage.coverage')}>
        <table className={cx(css.table, css.scopes)} data-testid="coverage-table">
          <thead>
            <tr>
              <th scope="col">{t('target.whose')}</th>
              <th scope="col" className={css.right}>
                {t('target.target')}
              </th>
              <th scope="col" className={css.right}>
                {t('popup.won')}
              </th>
              <th scope="col" className={css.right}>
                {t('coverage.gap')}
              </th>
              <th scope="col" className={css.right}>
                {t('popup.open')}
              </th>
              <th scope="col" className={css.right}>
                {t('nav.deals')}
              </th>
              <th scope="col" className={css.right}>
                {t('coverage.coverage')}
              </th>
              <th scope="col" className={css.bars}>
                {t('coverage.barScale', { most: format.times(scale) })}
              </th>
              <th scope="col">{t('coverage.needed')}</th>
              <th scope="col" className={cx(css.right, css.wraps)}>
                {t('coverage.periods')}
              </th>
              <th scope="col" className={css.right}>
                {t('coverage.pipeline')}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <Line
                key={row.scope}
                row={row}
                scale={scale}
                facts={props.facts}
                isChosen={row.scope === props.chosen}
                onChoose={() => props.onChoose(row.scope)}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className={css.note}>
        {t('coverage.barMeans')}
        {props.rows.some(isAsForecast) && props.rows.length > 1 && ` ${t('coverage.linesDiffer')}`}
      </p>
    </section>
  );
}

function Line(props: {
  row: CoverageRow;
  scale: number;
  facts: PipelineFacts;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const format = useFormat();
  const { row, isChosen, scale } = props;
  const { coverage, open, won, scope } = row;
  const { currency, period } = props.facts.options;
  const money = (minor: number) => format.whole(minor, currency);
  const of = scope === 'all' ? {} : { scope };
  const required = coverage?.required.kind === 'known' ? coverage.required : undefined;
  return (
    <tr className={cx(scope === 'all' && css.total, isChosen && css.chosen)} data-scope={scope}>
      <th scope="row">
        <button type="button" aria-pressed={isChosen} onClick={props.onChoose}>
          {scopeText(scope)}
        </button>
      </th>
      <td className={css.right}>{coverage === undefined ? '–' : money(coverage.targetMinor)}</td>
      <td className={css.right}>
        <a href={dealsHash({ ...of, outcome: 'won', from: period.start, to: period.end, counted: 'sum' })}>
          {money(won.minor)}
        </a>
      </td>
      <td className={css.right} data-testid="row-gap">
        {coverage === undefined ? '–' : money(Math.max(0, coverage.remainingMinor))}
      </td>
      <td className={css.right}>
        <a href={dealsHash({ ...of, outcome: 'open', counted: 'sum' })}>{money(open.minor)}</a>
      </td>
      <td className={cx(css.right, css.grey)}>{format.count(open.n)}</td>
      <td className={cx(css.right, css.strong)} data-testid="row-coverage">
        {coverage?.coverage === undefined ? '–' : format.times(coverage.coverage)}
      </td>
      <td className={css.bars}>
        {coverage?.coverage !== undefined && (
          <CoverageBar have={coverage.coverage} required={required} scale={scale} />
        )}
      </td>
      <td data-testid="row-needed">
        {required === undefined ? (
          <span className={css.grey}>–</span>
        ) : (
          <>
            {format.times(required.times)}{' '}
            <span className={css.grey}>
              {required.highTimes === undefined
                ? t('coverage.from', { low: format.times(required.lowTimes) })
                : t('coverage.between', {
                    low: format.times(required.lowTimes),
                    high: format.times(required.highTimes),
                  })}
            </span>
          </>
        )}
      </td>
      <td className={cx(css.right, css.grey)}>{format.count(row.periods)}</td>
      <td className={css.right}>
        <Verdict row={row} currency={currency} />
      </td>
    </tr>
  );
}

function isAsForecast({ coverage }: CoverageRow): boolean {
  return coverage?.required.kind === 'known' && coverage.required.newFrom === 'forecast';
}

/** One scale for all lines, round and at most ten times the gap. */
function scaleOf(rows: readonly CoverageRow[]): number {
  const ends = rows.flatMap(({ coverage }) => {
    const { required } = coverage ?? {};
    return [
      coverage?.coverage ?? 0,
      ...(required?.kind === 'known' ? [required.highTimes ?? required.times * 1.5] : []),
    ];
  });
  return Math.min(10, Math.max(2, Math.ceil(Math.max(...ends, 0) * 2) / 2));
}
