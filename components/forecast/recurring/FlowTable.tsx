import { useId, useMemo, useState } from 'react';
import type { RecurringMove } from '../../../lib/forecast/recurring/recurring-moves';
import type { RecurringAhead, RecurringReport } from '../../../lib/forecast/recurring/recurring-report';
import type { ForecastReport } from '../../../lib/forecast/report';
import type { Deal } from '../../../lib/deal/deal';
import { t } from '../../../lib/i18n/i18n';
import { dealsHash } from '../../deal/deal-filter';
import { usePlatform } from '../../hooks/platform';
import { useKept } from '../../hooks/use-kept';
import { useLive } from '../../hooks/use-live';
import { useFormat } from '../../ui/format-context';
import css from './Recurring.module.css';

const flowNames = ['new', 'expansion', 'contraction', 'churned'] as const;
type Flow = RecurringMove['flow'];

/** From what was there at the period's start to what is there now, and what is expected until its end. */
export function FlowTable(props: {
  recurring: RecurringReport;
  ahead: RecurringAhead | undefined;
  report: ForecastReport;
  /** The period's last day. */
  until: string;
}) {
  const format = useFormat();
  const platform = usePlatform();
  const { recurring, ahead, report, until } = props;
  const { flows, moves } = recurring;
  const keys = moves.map(({ deal }) => deal).join('\n');
  const named = useMemo(
    () => platform.dealsOf([...new Set(keys.split('\n').filter(Boolean))]),
    [platform, keys],
  );
  const deals = useKept(useLive(named));
  const money = (minor: number) => format.whole(Math.round(minor), report.currency);
  const expected = ahead?.kind === 'expected' ? ahead : undefined;
  const signed = (flow: Flow, minor: number) =>
    Math.round(minor) === 0 || flow === 'renewal'
      ? money(minor)
      : `${flow === 'contraction' || flow === 'churned' ? '−' : '+'}${money(minor)}`;
  const row = (flow: Flow) => (
    <FlowRow
      key={flow}
      flow={flow}
      moves={moves.filter((move) => move.flow === flow)}
      deals={deals}
      now={signed(flow, flows[flow])}
      minor={flows[flow]}
      ahead={expected && signed(flow, expected[flow])}
      money={money}
    />
  );
  return (
    <div className={css.scroll}>
      <table className={css.table} data-testid="recurring-flows">
        <thead>
          <tr>
            <th scope="col">{t('revenue.flow')}</th>
            <th scope="col">{t('forecast.deals')}</th>
            <th scope="col">{t('revenue.toDate')}</th>
            <th scope="col">{t('revenue.until', { date: format.date(until) })}</th>
          </tr>
        </thead>
        <tbody>
          <tr className={css.total} data-flow="start" data-minor={flows.start}>
            <th scope="row" colSpan={2}>
              {t('revenue.start')}
            </th>
            <td>{money(flows.start)}</td>
            <td>{money(flows.end)}</td>
          </tr>
          {flowNames.map(row)}
          <tr className={css.total} data-flow="end" data-minor={flows.end}>
            <th scope="row" colSpan={2}>
              {t('revenue.end')}
            </th>
            <td>{money(flows.end)}</td>
            <td>{expected === undefined ? '–' : money(expected.end)}</td>
          </tr>
          {row('renewal')}
        </tbody>
      </table>
      <p className={css.note}>{t('revenue.note')}</p>
    </div>
  );
}

function FlowRow(props: {
  flow: Flow;
  moves: readonly RecurringMove[];
  deals: ReadonlyMap<string, Deal> | undefined;
  now: string;
  minor: number;
  ahead: string | undefined;
  money: (minor: number) => string;
}) {
  const format = useFormat();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { flow, moves, deals, money } = props;
  const text = t(`revenue.flow_${flow}`);
  return (
    <>
      <tr data-flow={flow} data-minor={props.minor}>
        <th scope="row">
          {moves.length === 0 ? (
            text
          ) : (
            <button
              type="button"
              aria-expanded={isOpen}
              aria-controls={isOpen ? id : undefined}
              onClick={() => setIsOpen(!isOpen)}
            >
              {text}
            </button>
          )}
        </th>
        <td className={css.grey}>{moves.length === 0 ? '' : format.count(moves.length)}</td>
        <td>{props.now}</td>
        <td className={css.grey}>{props.ahead ?? '–'}</td>
      </tr>
      {isOpen && (
        <tr id={id} className={css.open}>
          <td colSpan={4}>
            <ul>
              {moves.map((move) => (
                <li key={`${move.deal} ${move.on}`}>
                  <a href={dealsHash({ deal: move.deal })}>
                    {deals?.get(move.deal)?.name ?? deals?.get(move.deal)?.account ?? t('forecast.aDeal')}
                  </a>
                  <span>{format.date(move.on)}</span>
                  <span>{money(move.minor)}</span>
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}
