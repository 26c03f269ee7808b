import { useId, useState } from 'react';
import type { Deal } from '../../lib/deal/deal';
import type { DriverName } from '../../lib/forecast/drivers';
import type { TopDeal } from '../../lib/forecast/report';
import { t } from '../../lib/i18n/i18n';
import { dealsHash } from '../deal/deal-filter';
import { cx } from '../ui/cx';
import { chanceText } from '../pipeline/chance-text';
import { useFormat } from '../ui/format-context';
import { dealLabel } from './deal-label';
import css from './ForecastView.module.css';

/** A browser takes no hyphen in the name of a message. */
const driverKeys = {
  base: 'base',
  'stage-and-age': 'stageAndAge',
  'stage-settings': 'stageSettings',
  slips: 'slips',
  activity: 'activity',
  path: 'path',
  segment: 'segment',
} as const satisfies Record<DriverName, string>;

/** One open deal; its last cell opens the steps behind its chance. */
export function DealOddsRow(props: { one: TopDeal; deal: Deal | undefined; currency: string }) {
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { one, deal, currency } = props;
  const name = deal?.name ?? deal?.account ?? t('forecast.aDeal');
  const money = (minor: number) => format.whole(Math.round(minor), currency);
  return (
    <>
      <tr data-deal={one.key} data-chance={one.chance}>
        <th scope="row" className={css.name}>
          <a href={dealsHash({ outcome: 'open', deal: one.key })}>{name}</a>
        </th>
        <td>{deal?.stage ?? '–'}</td>
        <td>{deal?.closeOn ? format.date(deal.closeOn) : '–'}</td>
        <td className={css.right}>
          {money(one.value)}
          {!one.isAmountKnown && <span className={css.grey}> {t('odds.usualWin')}</span>}
        </td>
        <td className={cx(css.right, css.strong)}>{chanceText(one.chance, format)}</td>
        <td className={css.right}>{money(one.chance * one.value)}</td>
        <td className={css.right}>
          <button
            type="button"
            className={css.why}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={t('odds.whyOf', { name: dealLabel(deal, money(one.value)) })}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('odds.why')}
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr id={id} className={css.drivers}>
          <td colSpan={7}>
            <ol>
              {one.drivers.map((driver, nth) => (
                <li key={driver.name}>
                  {t(`driver.${driverKeys[driver.name]}`)}{' '}
                  {nth === 0
                    ? chanceText(driver.chance, format)
                    : t('odds.step', {
                        times: format.times(driver.factor),
                        chance: chanceText(driver.chance, format),
                      })}
                </li>
              ))}
            </ol>
          </td>
        </tr>
      )}
    </>
  );
}
