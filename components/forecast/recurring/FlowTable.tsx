import { useId, useMemo, useState } from 'react';
import type { RecurringMove } from '../../../lib/forecast/recurring/recurring-move';
import type { RecurringAhead, RecurringReport } from '../../../lib/forecast/recurring/recurring-report';
import type { ForecastReport } from '../../../lib/forecast/report';
import { t } from '../../../lib/i18n/i18n';
import { dealsHash } from '../../deal/deal-filter';
import { usePlatform } from '../../hooks/platform';
import { useKept } from '../../hooks/use-kept';
import { useLive } from '../../hooks/use-live';
import { useFormat } from '../../ui/format-context';
import css from './Recurring.module.css';
import { Scroll } from '../../ui/Scroll';

const flowNames = ['new', 'expansion', 'contraction', 'churned'] as const;
type Flow = RecurringMove['flow'];

/** So many deals behind a flow are named; of the others the sum is told. */
const mostNamed = 100;

/** From what was there at the period's start to what is there now, and what is expected until its end. */
export function FlowTable(props: {
  recurring: RecurringReport;
  ahead: RecurringAhead | undefined;
  report: ForecastReport;
  /** The period's last day. */
  until: string;
}) {
  const format = useFormat();
  const { recurring, ahead, report, until } = props;
  const { flows, moves } = recurring;
  const money = (minor: number) => format.whole(Math.round(minor), report.currency);
  const expected = ahead?.kind === 'expected' ? ahead : undefined;
  const hasUnmatched = flows.unmatched + (expected?.unmatched ?? 0) > 0;
  const signed = (flow: Flow, minor: number) => {
    const isLess = (flow === 'contraction' || flow === 'churned') === minor > 0;
    return Math.round(minor) === 0 || flow === 'renewal'
      ? money(minor)
      : `${isLess ? '−' : '+'}${money(Math.abs(minor))}`;
  };
  const row = (flow: Flow) => (
    <FlowRow
      key={flow}
      flow={flow}
      moves={moves.filter((move) => move.flow === flow)}
      now={signed(flow, flows[flow])}
      minor={flows[flow]}
      ahead={expected && signed(flow, expected[flow])}
      money={money}
    />
  );
  return (
    <>
      <Scroll label={t('revenue.title')}>
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
            {hasUnmatched && row('unmatched')}
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
      </Scroll>
      <p className={css.note}>
        {t('revenue.note')} {hasUnmatched && t('revenue.unmatchedNote')}
      </p>
    </>
  );
}

function FlowRow(props: {
  flow: Flow;
  moves: readonly RecurringMove[];
  now: string;
  minor: number;
  ahead: string | undefined;
  money: (minor: number) => string;
}) {
  const format = useFormat();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { flow, moves, money } = props;
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
            <NamedMoves moves={moves} money={money} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The deals behind a flow, the largest first. */
function NamedMoves({ moves, money }: { moves: readonly RecurringMove[]; money: (minor: number) => string }) {
  const format = useFormat();
  const platform = usePlatform();
  const keys = moves
    .slice(0, mostNamed)
    .map(({ deal }) => deal)
    .join('\n');
  const live = useMemo(() => platform.dealsOf(keys.split('\n')), [platform, keys]);
  const deals = useKept(useLive(live));
  const others = moves.slice(mostNamed);
  return (
    <>
      <ul>
        {moves.slice(0, mostNamed).map(({ deal, on, minor }) => (
          <li key={`${deal} ${on}`}>
            <a href={dealsHash({ deal })}>
              {deals?.get(deal)?.name ?? deals?.get(deal)?.account ?? t('forecast.aDeal')}
            </a>
            <span>{format.date(on)}</span>
            <span>{money(minor)}</span>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p>
          {t('revenue.others', others.length, {
            count: format.count(others.length),
            amount: money(others.reduce((sum, { minor }) => sum + minor, 0)),
          })}
        </p>
      )}
    </>
  );
}
