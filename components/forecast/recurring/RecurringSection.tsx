import type { ForecastReport } from '../../../lib/forecast/report';
import type { Measured } from '../../../lib/forecast/recurring/retention';
import { t } from '../../../lib/i18n/i18n';
import { useFormat } from '../../ui/format-context';
import { FlowTable } from './FlowTable';
import css from './Recurring.module.css';

/** Recurring revenue now and at the period's end, its flows with their deals, and how much of it stays. */
export function RecurringSection({ report, nth }: { report: ForecastReport; nth: number }) {
  const format = useFormat();
  const { recurring, currency } = report;
  const period = report.periods[nth];
  if (recurring === undefined || period === undefined) return null;
  const { flows, retention, noRate, undated, unsureAccounts } = recurring;
  const ahead = report.basis.kind === 'measured' ? recurring.forward[nth] : undefined;
  const money = (minor: number) => format.whole(Math.round(minor), currency);
  const monthly = (annual: number) => t('revenue.monthly', { amount: money(annual / 12) });
  return (
    <section className={css.section} aria-labelledby="recurring" data-testid="recurring">
      <div className={css.head}>
        <h2 id="recurring">{t('revenue.title')}</h2>
        <p>{t('revenue.means')}</p>
      </div>
      <dl className={css.figures}>
        <div>
          <dt>{t('revenue.now')}</dt>
          <dd className={css.value} data-testid="arr" data-minor={flows.end}>
            {money(flows.end)}
          </dd>
          <dd>{monthly(flows.end)}</dd>
        </div>
        <div>
          <dt>{t('revenue.ahead', { date: format.date(lastDay(period.end)) })}</dt>
          {ahead?.kind === 'expected' ? (
            <>
              <dd className={css.value} data-testid="arr-ahead" data-minor={ahead.end}>
                {money(ahead.end)}
              </dd>
              <dd>{monthly(ahead.end)}</dd>
            </>
          ) : (
            <>
              <dd className={css.value}>–</dd>
              <dd data-testid="arr-too-few">
                {ahead === undefined
                  ? t('revenue.noForecast')
                  : t('revenue.fewRenewals', tooFew(ahead, format.count))}
              </dd>
            </>
          )}
        </div>
        <Share name="net" testid="nrr" share={retention.net} />
        <Share name="churn" testid="logo-churn" share={retention.logoChurn} />
      </dl>
      <FlowTable recurring={recurring} ahead={ahead} report={report} until={lastDay(period.end)} />
      {unsureAccounts > 0 && (
        <p className={css.note} data-testid="recurring-unsure">
          {t('revenue.unsure', unsureAccounts, { count: format.count(unsureAccounts) })}
        </p>
      )}
      {noRate + undated > 0 && (
        <p className={css.note}>
          {t('revenue.leftOut', noRate + undated, { count: format.count(noRate + undated) })}
        </p>
      )}
    </section>
  );
}

function Share(props: { name: 'net' | 'churn'; testid: string; share: Measured }) {
  const format = useFormat();
  const { name, testid, share } = props;
  return (
    <div>
      <dt>{t(`revenue.${name}`)}</dt>
      {share.kind === 'measured' ? (
        <>
          <dd className={css.value} data-testid={testid} data-share={share.value} data-n={share.n}>
            {format.percent(share.value)}
          </dd>
          <dd>
            {t('revenue.interval', {
              low: format.percent(share.low),
              high: format.percent(share.high),
              n: format.count(share.n),
            })}
          </dd>
        </>
      ) : (
        <>
          <dd className={css.value} data-testid={testid}>
            –
          </dd>
          <dd>{t('revenue.fewAccounts', tooFew(share, format.count))}</dd>
        </>
      )}
    </div>
  );
}

function tooFew(few: { readonly have: number; readonly need: number }, count: (n: number) => string) {
  return { have: count(few.have), need: count(few.need) };
}

function lastDay(end: string): string {
  return Temporal.PlainDate.from(end).subtract({ days: 1 }).toString();
}
