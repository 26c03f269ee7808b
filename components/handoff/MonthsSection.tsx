import { useState, type CSSProperties } from 'react';
import type { Cohort } from '../../lib/handoff/cohorts-of';
import type { Shown } from '../../lib/handoff/passes-shown';
import type { HandoffReport } from '../../lib/handoff/handoff-report';
import { t } from '../../lib/i18n/i18n';
import { ChartSwitch } from '../ui/ChartSwitch';
import { cx } from '../ui/cx';
import { useFormat } from '../ui/format-context';
import { Scroll } from '../ui/Scroll';
import { FigureLink } from './FigureLink';
import css from './HandoffsView.module.css';
import { measuredHours } from './hours-text';
import { RateCells } from './RateCells';
import { ShareCell } from './ShareCell';
import { ShareHeads } from './ShareHeads';

/** The last twelve months by the month of the pass. @param open The hash of a figure of a month. */
export function MonthsSection(props: {
  report: HandoffReport;
  open: (show: Shown, month: string) => string;
}) {
  const [asTable, setAsTable] = useState(false);
  const { report, open } = props;
  const most = report.cohorts.reduce((largest, { measures }) => Math.max(largest, measures.passes), 1);
  if (report.cohorts.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="handoffs-months" data-testid="handoff-months">
      <div className={css.sub}>
        <h2 id="handoffs-months">{t('handoffs.months')}</h2>
        <p>{t('handoffs.monthsMean')}</p>
        {!asTable && <Legend />}
        <ChartSwitch asTable={asTable} onChange={setAsTable} />
      </div>
      <Scroll label={t('handoffs.months')}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('handoffs.month')}</th>
              <th scope="col" className={css.right}>
                {t('handoffs.passed')}
              </th>
              {asTable ? <CountHeads /> : <th scope="col">{t('handoffs.outcome')}</th>}
              <ShareHeads name={t('handoffs.acceptedShare')} isDrawn={!asTable} />
              <th scope="col" className={css.right}>
                {t('handoffs.medianToAccept')}
              </th>
              <th scope="col" className={css.right}>
                {t('handoffs.complete')}
              </th>
              <th scope="col" className={css.right}>
                {t('handoffs.stage1to2')}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.cohorts.map((cohort) => (
              <MonthRow key={cohort.month} cohort={cohort} asTable={asTable} most={most} open={open} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function CountHeads() {
  return (['accepted', 'returned', 'waitingShort', 'lapsed'] as const).map((name) => (
    <th key={name} scope="col" className={css.right}>
      {t(`handoffs.${name}`)}
    </th>
  ));
}

function MonthRow(props: {
  cohort: Cohort;
  asTable: boolean;
  /** Passes of the month that has most. */
  most: number;
  open: (show: Shown, month: string) => string;
}) {
  const format = useFormat();
  const { asTable, most, open } = props;
  const { month, maturing, measures } = props.cohort;
  const { passes, accepted, rejected, recycled, undecided, lapsed, completeness, stage1to2 } = measures;
  const name = format.month(`${month}-01`, 'short');
  const counts = [
    ['accepted', accepted, t('handoffs.accepted')],
    ['returned', rejected + recycled, t('handoffs.returned')],
    ['undecided', undecided, t('handoffs.waitingShort')],
    ['lapsed', lapsed, t('handoffs.lapsed')],
  ] as const;
  const grey = maturing ? css.grey : undefined;
  return (
    <tr data-month={month} data-maturing={maturing}>
      <th scope="row">{name}</th>
      <td className={css.right}>
        <FigureLink hash={open('passes', month)} label={`${name}, ${t('handoffs.passed')}`}>
          {format.count(passes)}
        </FigureLink>
      </td>
      {asTable ? (
        counts.map(([show, n, label]) => (
          <td key={show} className={css.right}>
            <FigureLink hash={open(show, month)} label={`${name}, ${label}`}>
              {format.count(n)}
            </FigureLink>
          </td>
        ))
      ) : (
        <td>
          <span
            className={css.stack}
            role="img"
            aria-label={counts.map(([, n, label]) => `${format.count(n)} ${label.toLowerCase()}`).join(', ')}
          >
            {counts.map(
              ([show, n]) =>
                n > 0 && (
                  <i
                    key={show}
                    className={css[show]}
                    style={{ '--w': `${(n / most) * 100}%` } as CSSProperties}
                  />
                ),
            )}
          </span>
        </td>
      )}
      <RateCells
        rate={measures.acceptanceRate}
        hash={open('acceptance', month)}
        label={`${name}, ${t('handoffs.acceptedShare')}`}
        isDrawn={!asTable}
        isMaturing={maturing}
      />
      <td className={cx(css.right, grey)}>
        {measuredHours(measures.timeToAcceptHours, 'median', format) ?? '–'}
      </td>
      <ShareCell rate={completeness} />
      <ShareCell rate={stage1to2} isGrey={maturing} />
    </tr>
  );
}

function Legend() {
  return (
    <div className={css.legend} aria-hidden="true">
      {(['accepted', 'returned', 'undecided', 'lapsed'] as const).map((name) => (
        <span key={name}>
          <i className={css[name]} />
          {t(`handoffs.${name === 'undecided' ? 'waitingShort' : name}`).toLowerCase()}
        </span>
      ))}
    </div>
  );
}
