import { useState } from 'react';
import type { LeadReport } from '../../../lib/handoff/leads/lead-report';
import { t } from '../../../lib/i18n/i18n';
import switches from '../../ui/Switch.module.css';
import { useFormat } from '../../ui/format-context';
import { Note } from '../../ui/Note';
import css from '../HandoffsView.module.css';
import { hasOnlyConverted } from './has-only-converted';
import { LeadMonths } from './LeadMonths';
import { SourceLines } from './SourceLines';
import type { OpenLeads } from './open-leads';

const ways = ['source', 'channel'] as const;

/** How leads become deals, and what each source and channel brings: of everybody, whatever handoffs are chosen. */
export function LeadsSection({ leads, open }: { leads: LeadReport; open: OpenLeads }) {
  const format = useFormat();
  const [by, setBy] = useState<(typeof ways)[number]>('source');
  const rows = by === 'source' ? leads.sources : leads.channels;
  const gaps = [
    ['leads.withoutDay', leads.withoutDay],
    ['leads.withoutConversionDay', leads.withoutConversionDay],
    ['leads.untold', leads.untold],
    ['leads.dealsWithoutDay', leads.dealsWithoutDay],
  ] as const;
  const told = gaps.flatMap(([key, n]) => (n === 0 ? [] : [t(key, n, { count: format.count(n) })]));
  if (hasOnlyConverted([...rows, leads.period])) told.push(t('leads.onlyConvertedMeans'));
  return (
    <>
      <section className={css.section} aria-labelledby="leads-by" data-testid="lead-sources">
        <div className={css.sub}>
          <h2 id="leads-by">{t('leads.by')}</h2>
          <p>{t('leads.byMeans', { days: format.count(leads.withinDays) })}</p>
          <div className={switches.switch} role="group" aria-label={t('leads.by')}>
            {ways.map((way) => (
              <button
                key={way}
                type="button"
                aria-pressed={way === by}
                data-testid={`leads-by-${way}`}
                onClick={() => setBy(way)}
              >
                {t(`lead.${way}`)}
              </button>
            ))}
          </div>
        </div>
        {(['more', 'partly', 'converted'] as const).map((reach) => {
          const names = leads.partly.filter((of) => of.reach === reach).map(({ tenant }) => tenant);
          return (
            names.length > 0 && (
              <Note key={reach} tone="warn" testid={`leads-${reach}`}>
                {t(`leads.reach.${reach}`, { names: names.join(', ') })}
              </Note>
            )
          );
        })}
        {rows.length === 0 ? (
          <p className={css.quiet}>{t('leads.noneInPeriod')}</p>
        ) : (
          <SourceLines by={by} rows={rows} whole={leads.period} hasLeads={leads.leads > 0} open={open} />
        )}
        {leads.leads === 0 ? (
          <p className={css.note} data-testid="no-leads">
            {t('leads.none')}{' '}
            <a className={css.link} href="#/settings?at=data">
              {t('leads.toImport')}
            </a>
          </p>
        ) : null}
        {told.length > 0 && <p className={css.note}>{told.join(' ')}</p>}
      </section>
      <LeadMonths months={leads.months} days={leads.withinDays} open={open} />
    </>
  );
}
