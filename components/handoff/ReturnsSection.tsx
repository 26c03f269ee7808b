import { useState, type CSSProperties } from 'react';
import type { HandoffReport } from '../../lib/handoff/handoff-report';
import { t } from '../../lib/i18n/i18n';
import { ChartSwitch } from '../ui/ChartSwitch';
import { useFormat } from '../ui/format-context';
import { Scroll } from '../ui/Scroll';
import { FigureLink } from './FigureLink';
import css from './HandoffsView.module.css';
import { RangeEnds } from './RangeMark';
import { reasonText } from './reason-text';

/** Why passes come back, the most frequent reason first: bars are shares of all returns, the line their running sum. */
export function ReturnsSection(props: { report: HandoffReport; open: (reason: string) => string }) {
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const { report, open } = props;
  const all = report.returns.reduce((sum, { n }) => sum + n, 0);
  return (
    <section className={css.part} aria-labelledby="handoffs-returns" data-testid="handoff-returns">
      <div className={css.sub}>
        <h2 id="handoffs-returns">{t('handoffs.returns')}</h2>
        <p>{t('handoffs.returnsMean', all, { count: format.count(all) })}</p>
        {all > 0 && <ChartSwitch asTable={asTable} onChange={setAsTable} />}
      </div>
      {all === 0 ? (
        <p className={css.quiet}>{t('handoffs.nothingReturned')}</p>
      ) : (
        <Scroll label={t('handoffs.returns')}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t('handoffs.why')}</th>
                {!asTable && (
                  <td>
                    <RangeEnds />
                  </td>
                )}
                <th scope="col" className={css.right}>
                  {t('handoffs.returned')}
                </th>
                {asTable && (
                  <th scope="col" className={css.right}>
                    {t('handoffs.share')}
                  </th>
                )}
                <th scope="col" className={css.right}>
                  {t('handoffs.running')}
                </th>
              </tr>
            </thead>
            <tbody>
              {report.returns.map(({ reason, n, running }) => (
                <tr key={reason} data-reason={reason}>
                  <th scope="row">{reasonText(reason)}</th>
                  {!asTable && (
                    <td>
                      <ParetoMark share={n / all} running={running} />
                    </td>
                  )}
                  <td className={css.right}>
                    <FigureLink
                      hash={open(reason)}
                      label={`${t('handoffs.returned')}, ${reasonText(reason)}`}
                    >
                      {format.count(n)}
                    </FigureLink>
                  </td>
                  {asTable && <td className={css.right}>{format.percent(n / all)}</td>}
                  <td className={`${css.right} ${css.grey}`}>{format.percent(running)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {all > 0 && !asTable && <p className={css.note}>{t('handoffs.pareto')}</p>}
    </section>
  );
}

function ParetoMark({ share, running }: { share: number; running: number }) {
  return (
    <span
      className={css.pareto}
      aria-hidden="true"
      style={{ '--w': `${share * 100}%`, '--at': `${running * 100}%` } as CSSProperties}
    >
      <i className={css.paretoBar} />
      <i className={css.paretoDot} />
    </span>
  );
}
