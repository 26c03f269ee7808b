import type { Deal } from '../../../lib/deal/deal';
import type { ForecastReport } from '../../../lib/forecast/report';
import type { SupposedDeal } from '../../../lib/forecast/what-if/what-if';
import type { SupposedOdds } from '../../../lib/forecast/what-if/what-if-report';
import { t } from '../../../lib/i18n/i18n';
import { dealsHash } from '../../deal/deal-filter';
import { cx } from '../../ui/cx';
import { useFormat } from '../../ui/format-context';
import { chanceText } from '../../pipeline/chance-text';
import { dealLabel } from '../deal-label';
import { PriceField } from './PriceField';
import css from './WhatIf.module.css';

const fates = ['open', 'won', 'lost', 'moved'] as const;

/** One open deal with what is supposed of it. */
export function SupposedDealRow(props: {
  odds: SupposedOdds;
  deal: Deal | undefined;
  supposed: SupposedDeal | undefined;
  report: ForecastReport;
  /** Day after the period: a deal that is moved leaves it at first. */
  end: string;
  onChange: (supposed: SupposedDeal | undefined) => void;
}) {
  const format = useFormat();
  const { odds, deal, supposed, report, end, onChange } = props;
  const fate = supposed?.fate ?? 'open';
  const name = deal?.name ?? deal?.account ?? t('forecast.aDeal');
  // A label that says of which deal it is, also of one without a name.
  const label = dealLabel(deal, format.whole(Math.round(odds.usualValue), report.currency));
  const usual = chanceText(odds.usualChance, format);
  // What is supposed lost, or decided elsewhere, is none indeed.
  const now = odds.chance === 0 ? format.percent(0) : chanceText(odds.chance, format);
  const change = (changed: Partial<SupposedDeal>) => {
    const next = { ...supposed, fate, ...changed };
    onChange(next.fate === 'open' && next.value === undefined ? undefined : next);
  };
  const choose = (chosen: SupposedDeal['fate']) => {
    const { on: _, ...rest } = supposed ?? { fate };
    onChange(
      chosen === 'moved'
        ? { ...rest, fate: chosen, on: end }
        : chosen === 'open' && rest.value === undefined
          ? undefined
          : { ...rest, fate: chosen },
    );
  };
  return (
    <tr data-deal={odds.key} data-fate={fate} data-chance={odds.chance} data-value={odds.value}>
      <th scope="row" className={css.name}>
        <a href={dealsHash({ outcome: 'open', deal: odds.key })}>{name}</a>
      </th>
      <td>{deal?.closeOn ? format.date(deal.closeOn) : '–'}</td>
      <td className={css.chance}>
        {usual}
        {usual !== now && (
          <>
            {' '}
            <span role="img" aria-label={t('whatIf.becomes')}>
              →
            </span>{' '}
            <strong>{now}</strong>
          </>
        )}
      </td>
      <td>
        <span className={css.fate}>
          <select
            className={cx(css.select, fate !== 'open' && css.chosen)}
            aria-label={t('whatIf.fateOf', { name: label })}
            data-testid="what-if-fate"
            value={fate}
            onChange={(event) => {
              const chosen = fates.find((one) => one === event.target.value);
              if (chosen !== undefined) choose(chosen);
            }}
          >
            {fates.map((one) => (
              <option key={one} value={one}>
                {t(`whatIf.fate_${one}`)}
              </option>
            ))}
          </select>
          {fate === 'moved' && (
            <input
              type="date"
              className={css.date}
              aria-label={t('whatIf.dateOf', { name: label })}
              data-testid="what-if-date"
              min={report.today}
              value={supposed?.on ?? ''}
              onChange={(event) => event.target.value !== '' && change({ on: event.target.value })}
            />
          )}
        </span>
      </td>
      <td>
        <PriceField
          name={label}
          currency={report.currency}
          value={supposed?.value}
          usual={odds.usualValue}
          onChange={(value) => {
            const { value: _, ...rest } = supposed ?? { fate };
            if (value !== undefined) onChange({ ...rest, value });
            else onChange(rest.fate === 'open' ? undefined : rest);
          }}
        />
      </td>
    </tr>
  );
}
