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

/** One scope's line of the table of coverage; its sums open to their deals. */
export function CoverageLine(props: {
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
