import type { LeadReport, SourceLine } from '../../../lib/handoff/leads/lead-report';
import { t } from '../../../lib/i18n/i18n';
import { useFormat } from '../../ui/format-context';
import { Scroll } from '../../ui/Scroll';
import { FigureLink } from '../FigureLink';
import css from '../HandoffsView.module.css';
import { RateCells } from '../RateCells';
import { ShareHeads } from '../ShareHeads';
import { sourceText } from '../source-text';
import type { LeadsOf, OpenLeads } from './open-leads';
import { sumsText } from '../sums-text';

const MOST = 30;

/** What each source, or each channel, brings: the method's three classes first. Of leads it speaks where any are known. */
export function SourceLines(props: {
  by: 'source' | 'channel';
  rows: readonly SourceLine[];
  whole: LeadReport['period'];
  hasLeads: boolean;
  open: OpenLeads;
}) {
  const format = useFormat();
  const { by, rows, whole, hasLeads, open } = props;
  return (
    <>
      <Scroll label={t('leads.by')}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t(`lead.${by}`)}</th>
              <th scope="col" className={css.right}>
                {t('leads.deals')}
              </th>
              <th scope="col" className={css.right}>
                {t('leads.won')}
              </th>
              <th scope="col" className={css.right}>
                {t('leads.wonValue')}
              </th>
              <th scope="col" className={css.right}>
                {t('leads.openValue')}
              </th>
              <ShareHeads name={t('handoffs.winRate')} isDrawn={false} />
              {hasLeads && (
                <>
                  <ShareHeads name={t('leads.conversion')} isDrawn />
                  <th scope="col" className={css.right}>
                    {t('leads.leads')}
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST).map((row) => (
              <Line
                key={row.of}
                row={row}
                name={row.of === null ? t('leads.notSaid') : by === 'source' ? sourceText(row.of) : row.of}
                of={{ by, name: row.of ?? '' }}
                hasLeads={hasLeads}
                open={open}
              />
            ))}
          </tbody>
          <tbody>
            <Line row={whole} name={t('leads.all')} of={{}} hasLeads={hasLeads} open={open} />
          </tbody>
        </table>
      </Scroll>
      {rows.length > MOST && (
        <p className={css.note}>{t('leads.onlyFirst', { count: format.count(MOST) })}</p>
      )}
    </>
  );
}

function Line(props: {
  row: LeadReport['period'];
  name: string;
  of: LeadsOf;
  hasLeads: boolean;
  open: OpenLeads;
}) {
  const format = useFormat();
  const { row, name, of, hasLeads, open } = props;
  const figure = (show: 'deals' | 'won' | 'open' | 'leads', label: string, text: string) => (
    <td className={css.right}>
      <FigureLink hash={open(show, of)} label={`${name}, ${label}`} testid={`lead-${show}`}>
        {text}
      </FigureLink>
    </td>
  );
  return (
    <tr data-of={of.by === undefined ? 'all' : of.name}>
      <th scope="row" className={css.name}>
        {name}
      </th>
      {figure('deals', t('leads.deals'), format.count(row.deals))}
      {figure('won', t('leads.won'), format.count(row.won))}
      {figure('won', t('leads.wonValue'), sumsText(row.wonValue, format))}
      {figure('open', t('leads.openValue'), sumsText(row.openValue, format))}
      <RateCells
        rate={row.winRate}
        hash={open('winRate', of)}
        label={`${name}, ${t('handoffs.winRate')}`}
        isDrawn={false}
      />
      {hasLeads && (
        <>
          <RateCells
            rate={row.conversion}
            hash={open('conversion', of)}
            label={`${name}, ${t('leads.conversion')}`}
            isDrawn
            isMaturing={row.maturing}
            testid="lead-conversion"
          />
          {figure('leads', t('leads.leads'), format.count(row.leads))}
        </>
      )}
    </tr>
  );
}
