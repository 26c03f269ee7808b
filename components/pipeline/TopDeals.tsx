import type { Glance, GlanceDeal } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import { dealsHash } from '../deal/deal-filter';
import { Baton } from '../ui/Baton';
import { DashboardLink } from '../ui/DashboardLink';
import { useFormat, type Format } from '../ui/format-context';
import { scopeFilter } from './scope-filter';
import css from './TopDeals.module.css';

function amountText(deal: GlanceDeal, format: Format): string {
  if (deal.amountMinor === undefined) return '–';
  const text =
    deal.currency === undefined
      ? `${deal.currencySymbol ?? ''}\u00a0${format.hundredths(deal.amountMinor)}`.trim()
      : format.compact(deal.amountMinor, deal.currency);
  return deal.amountExact ? text : t('money.rounded', { amount: text });
}

/** The largest open deals, each a link to its fields and its history. */
export function TopDeals({ glance }: { glance: Glance }) {
  const format = useFormat();
  if (glance.topDeals.length === 0) return null;
  return (
    <section aria-labelledby="top-deals">
      <h2 id="top-deals" className={css.title}>
        <b>{t('popup.topDeals')}</b>
        <span>{t('popup.topDealsOdds')}</span>
      </h2>
      <ul className={css.deals} data-testid="top-deals">
        {glance.topDeals.map((deal) => (
          <li key={deal.key} data-deal={deal.key}>
            <DashboardLink
              className={css.deal}
              hash={dealsHash({ ...scopeFilter(glance), outcome: 'open', deal: deal.key })}
            >
              <Baton probability={deal.crmProbability} />{' '}
              <span className={css.name}>{deal.name ?? deal.account ?? t('deal.unnamed')}</span>{' '}
              <span className={css.stage}>
                {[deal.stage, deal.closeOn === undefined ? undefined : format.date(deal.closeOn)]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </span>{' '}
              <span className={css.amount}>{amountText(deal, format)}</span>
            </DashboardLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
