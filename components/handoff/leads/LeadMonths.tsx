import { useState, type CSSProperties } from 'react';
import type { LeadMonth } from '../../../lib/handoff/leads/lead-report';
import { SOURCE_CLASSES } from '../../../lib/handoff/source-class';
import { t } from '../../../lib/i18n/i18n';
import { ChartSwitch } from '../../ui/ChartSwitch';
import { useFormat } from '../../ui/format-context';
import { Scroll } from '../../ui/Scroll';
import { FigureLink } from '../FigureLink';
import css from '../HandoffsView.module.css';
import { RateCells } from '../RateCells';
import { ShareHeads } from '../ShareHeads';
import { hasOnlyConverted } from './has-only-converted';
import type { OpenLeads } from './open-leads';

const parts = [...SOURCE_CLASSES, 'others'] as const;

/** New leads of twelve months by source, and the share of each month that became deals. */
export function LeadMonths(props: { months: readonly LeadMonth[]; days: number; open: OpenLeads }) {
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const { months, days, open } = props;
  const most = months.reduce((largest, { leads }) => Math.max(largest, leads), 1);
  if (months.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="leads-months" data-testid="lead-months">
      <div className={css.sub}>
        <h2 id="leads-months">{t('leads.months')}</h2>
        <p>{t('leads.monthsMean', { days: format.count(days) })}</p>
        {!asTable && <Legend />}
        <ChartSwitch asTable={asTable} onChange={setAsTable} />
      </div>
      <Scroll label={t('leads.months')}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('handoffs.month')}</th>
              <ShareHeads name={t('leads.conversion')} isDrawn={!asTable} />
              <th scope="col" className={css.right}>
                {t('leads.leads')}
              </th>
              {asTable ? (
                parts.map((part) => (
                  <th key={part} scope="col" className={css.right}>
                    {partText(part)}
                  </th>
                ))
              ) : (
                <th scope="col">{t('leads.bySource')}</th>
              )}
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <Month key={month.month} of={month} asTable={asTable} most={most} open={open} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {months.some(({ maturing }) => maturing) && <p className={css.note}>{t('leads.youngCount')}</p>}
      {hasOnlyConverted(months) && <p className={css.note}>{t('leads.onlyConvertedMeans')}</p>}
    </section>
  );
}

function Month(props: {
  of: LeadMonth;
  asTable: boolean;
  /** Leads of the month that has most. */
  most: number;
  open: OpenLeads;
}) {
  const format = useFormat();
  const { of, asTable, most, open } = props;
  const { month, leads, conversion, maturing } = of;
  const name = format.month(`${month}-01`, 'short');
  const counts = parts.map((part) => [part, of[part], partText(part)] as const);
  return (
    <tr data-month={month} data-maturing={maturing}>
      <th scope="row">{name}</th>
      <RateCells
        rate={conversion}
        hash={open('conversion', { month })}
        label={`${name}, ${t('leads.conversion')}`}
        isDrawn={!asTable}
        isMaturing={maturing}
        testid="month-conversion"
      />
      <td className={css.right}>
        <FigureLink
          hash={open('leads', { month })}
          label={`${name}, ${t('leads.leads')}`}
          testid="month-leads"
        >
          {format.count(leads)}
        </FigureLink>
      </td>
      {asTable ? (
        counts.map(([part, n, label]) => (
          <td key={part} className={css.right}>
            {part === 'others' ? (
              format.count(n)
            ) : (
              <FigureLink
                hash={open('leads', { month, by: 'source', name: part })}
                label={`${name}, ${label}`}
              >
                {format.count(n)}
              </FigureLink>
            )}
          </td>
        ))
      ) : (
        <td>
          <span
            className={css.stack}
            role="img"
            aria-label={counts.map(([, n, label]) => `${format.count(n)} ${label}`).join(', ')}
          >
            {counts.map(
              ([part, n]) =>
                n > 0 && (
                  <i
                    key={part}
                    className={css[part]}
                    style={{ '--w': `${(n / most) * 100}%` } as CSSProperties}
                  />
                ),
            )}
          </span>
        </td>
      )}
    </tr>
  );
}

function Legend() {
  return (
    <div className={css.legend} aria-hidden="true">
      {parts.map((part) => (
        <span key={part}>
          <i className={css[part]} />
          {partText(part)}
        </span>
      ))}
    </div>
  );
}

function partText(part: (typeof parts)[number]): string {
  return part === 'others' ? t('leads.others') : t(`handoffs.class.${part}`);
}
