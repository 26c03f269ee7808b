import type { PassLine, PassList, Working } from '../../lib/handoff/passes-shown';
import { t } from '../../lib/i18n/i18n';
import { dealsHash } from '../deal/deal-filter';
import { useFormat, type Format } from '../ui/format-context';
import { Scroll } from '../ui/Scroll';
import { FigurePanel } from './FigurePanel';
import css from './HandoffsView.module.css';
import { hoursText } from './hours-text';
import { decisionText, ruleText } from './pass/pass-text';
import { passDay, PassWho } from './PassWho';
import { reasonText } from './reason-text';

/** The passes that a figure is made of, each with its deal, and how the figure is worked out. */
export function PassesPanel(props: { list: PassList | undefined; onClose: () => void }) {
  const format = useFormat();
  const { list, onClose } = props;
  const { working } = list ?? {};
  return (
    <FigurePanel
      id="handoffs-shown"
      testid="passes"
      n={list?.n}
      heading={list === undefined ? '' : headingText(list, format)}
      whose={list === undefined ? '' : whoText(list)}
      working={working !== undefined && working.n > 0 ? workingText(working, format) : undefined}
      onClose={onClose}
    >
      {list !== undefined && list.n > 0 && (
        <Scroll label={t('handoffs.passed')}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t('columns.name')}</th>
                <th scope="col">{t('handoffs.pass')}</th>
                <th scope="col" className={css.right}>
                  {t('handoffs.passedOn')}
                </th>
                <th scope="col">{t('handoffs.decision')}</th>
                <th scope="col" className={css.right}>
                  {t('handoffs.medianToAccept')}
                </th>
                {list.working !== undefined && (
                  <th scope="col" className={css.right}>
                    {t('handoffs.adds')}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row) => (
                <PassRow key={`${row.deal} ${row.attempt}`} row={row} hasShare={list.working !== undefined} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {list !== undefined && list.n > list.rows.length && (
        <p className={css.note}>{t('handoffs.onlyLatest', { count: format.count(list.rows.length) })}</p>
      )}
    </FigurePanel>
  );
}

function headingText({ query, n }: PassList, format: Format): string {
  return `${t(`handoffs.shown.${query.show}`)}: ${t('handoffs.nPasses', n, { count: format.count(n) })}`;
}

function PassRow({ row, hasShare }: { row: PassLine; hasShare: boolean }) {
  const format = useFormat();
  return (
    <tr data-deal={row.deal} data-attempt={row.attempt}>
      <th scope="row" className={css.name}>
        <a href={dealsHash({ deal: row.deal })}>{row.name ?? t('deal.unnamed')}</a>{' '}
        {row.attempt > 1 && (
          <span className={css.grey}>{t('handoffs.attempt', { n: format.count(row.attempt) })}</span>
        )}
      </th>
      <td>
        <PassWho from={row.from} to={row.to} />
        {/* A change of owner is what everybody takes for a handoff; what else was taken for one is said. */}
        {row.rule !== 1 && <div className={css.grey}>{ruleText(row.rule)}</div>}
      </td>
      <td className={css.right}>{passDay(row.passedAt, format)}</td>
      <td>
        {decisionText(row.decision)}
        {row.reason !== null && <span className={css.grey}>, {reasonText(row.reason).toLowerCase()}</span>}
      </td>
      <td className={css.right}>{row.hoursToAccept === null ? '–' : hoursText(row.hoursToAccept, format)}</td>
      {hasShare && <td className={css.right}>{row.share === undefined ? '–' : format.percent(row.share)}</td>}
    </tr>
  );
}

function whoText({ query: { filter, reason } }: PassList): string {
  const { sdr, ae, person, team, source } = filter;
  return [sdr, ae, person, team, source, reason === undefined ? undefined : reasonText(reason)]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** How the share comes about, with its numbers. */
function workingText({ sum, n, towards, isEstimate }: Working, format: Format): string {
  const decimal = (value: number) => format.decimal(String(Math.round(value * 10) / 10));
  const words = {
    sum: decimal(sum),
    n: format.count(n),
    raw: format.percent(sum / n),
  };
  const said =
    towards === undefined
      ? t('handoffs.workingRaw', words)
      : t('handoffs.working', {
          ...words,
          weight: format.count(towards.weight),
          prior: format.percent(towards.prior),
          shrunk: format.percent((towards.prior * towards.weight + sum) / (towards.weight + n)),
        });
  return isEstimate ? `${said} ${t('handoffs.estimate')}` : said;
}
