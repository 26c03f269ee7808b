import { useState, type CSSProperties } from 'react';
import type { HandoffReport } from '../../lib/handoff/handoff-report';
import type { WaitingPass } from '../../lib/handoff/waiting-of';
import { t } from '../../lib/i18n/i18n';
import { dealsHash } from '../deal/deal-filter';
import { Button } from '../ui/Button';
import { cx } from '../ui/cx';
import { useFormat, type Format } from '../ui/format-context';
import { Hidden } from '../ui/Hidden';
import { Scroll } from '../ui/Scroll';
import css from './HandoffsView.module.css';
import { hoursText } from './hours-text';
import { passDay, PassWho } from './PassWho';

const atFirst = 10;

/** Passed and undecided, the oldest first: what a rep looks at first. */
export function WaitingSection({ report }: { report: HandoffReport }) {
  const format = useFormat();
  const [isWhole, setIsWhole] = useState(false);
  const { rows, n, over, decideWithinDays, touchWithinHours } = report.waiting;
  const shown = isWhole ? rows : rows.slice(0, atFirst);
  const longest = rows.reduce((most, { hours }) => Math.max(most, hours.high), 1);
  return (
    <section className={css.part} aria-labelledby="handoffs-waiting-title" data-testid="waiting-list">
      <div className={css.sub}>
        <h2 id="handoffs-waiting-title">{t('handoffs.waiting')}</h2>
        <p>
          {t('handoffs.waitingMeans', {
            days: format.count(decideWithinDays),
            hours: format.decimal(String(touchWithinHours)),
          })}
        </p>
      </div>
      {n === 0 ? (
        <p className={css.quiet}>{t('handoffs.nobodyWaits')}</p>
      ) : (
        <Scroll label={t('handoffs.waiting')}>
          <table className={cx(css.table, css.waiting)} data-n={n} data-over={over}>
            <thead>
              <tr>
                <th scope="col">{t('columns.name')}</th>
                <th scope="col" className={css.right}>
                  {t('handoffs.passedOn')}
                </th>
                <th scope="col" colSpan={2}>
                  {t('handoffs.age')}
                </th>
                <th scope="col">{t('handoffs.firstTouch')}</th>
                <th scope="col" className={css.right}>
                  {t('handoffs.complete')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={`${row.deal} ${row.attempt}`} data-deal={row.deal} data-over={row.isOver}>
                  <th scope="row" className={css.name}>
                    <a href={dealsHash({ deal: row.deal })}>{row.name ?? t('deal.unnamed')}</a>
                    <span className={css.who}>
                      <PassWho from={row.from} to={row.to} />
                    </span>
                  </th>
                  <td className={css.right}>{passDay(row.passedAt, format)}</td>
                  <td>
                    <Age row={row} longest={longest} />
                  </td>
                  <td className={css.right}>
                    <span className={row.isOver ? css.flag : undefined}>{hoursText(row.hours, format)}</span>
                    {row.isOver && <Hidden> {t('handoffs.over')}</Hidden>}
                  </td>
                  <td>
                    <span className={row.isTouchLate === true ? css.flag : css.grey}>
                      {touchText(row, format)}
                    </span>
                  </td>
                  <td className={css.right}>
                    {row.complete === undefined ? '–' : format.percent(row.complete)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {rows.length > atFirst && !isWhole && (
        <Button look="quiet" onClick={() => setIsWhole(true)}>
          {t('problems.more', n - atFirst, { count: format.count(n - atFirst) })}
        </Button>
      )}
      {isWhole && n > rows.length && (
        <p className={css.note}>{t('handoffs.onlyFirst', { count: format.count(rows.length) })}</p>
      )}
    </section>
  );
}

/** The bar is how long it waits, the line what was agreed. */
function Age({ row, longest }: { row: WaitingPass; longest: number }) {
  const share = (hours: number) => `${Math.min(1, hours / longest) * 100}%`;
  return (
    <div
      className={cx(css.age, row.isOver && css.late)}
      aria-hidden="true"
      style={{ '--w': share(row.hours.high), '--a': share(row.agreedHours) } as CSSProperties}
    >
      <i className={css.ageBar} />
      {row.agreedHours <= longest && <i className={css.agreed} />}
    </div>
  );
}

function touchText({ touch }: WaitingPass, format: Format): string {
  if (touch.kind === 'unknown') return '–';
  if (touch.kind === 'untouched') return t('handoffs.notYet');
  return t('handoffs.after', { hours: hoursText(touch.hours, format) });
}
