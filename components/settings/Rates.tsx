import type { CurrencyRate } from '../../lib/deal/settings';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { useLive } from '../hooks/use-live';
import { IconButton } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { Hidden } from '../ui/Hidden';
import { Icon } from '../ui/Icon';
import { AddRate } from './AddRate';
import css from './SettingsView.module.css';

/** The dated rates, newest first, and a line to add one. */
export function Rates(props: { reporting: string | undefined; options: readonly { code: string }[] }) {
  const platform = usePlatform();
  const format = useFormat();
  const rates = useLive(platform.rates) ?? [];
  const newestFirst = rates.toSorted((a, b) => a.from.localeCompare(b.from) || b.on.localeCompare(a.on));
  return (
    <>
      {newestFirst.length === 0 ? (
        <p className={css.hint}>{t('rates.none')}</p>
      ) : (
        <div className={css.scroll}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t('rates.rate')}</th>
                <th scope="col">{t('rates.from')}</th>
                <th scope="col" className={css.last}>
                  <Hidden>{t('rates.remove')}</Hidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {newestFirst.map((rate) => (
                <tr key={`${rate.from} ${rate.to} ${rate.on}`} data-testid="rate">
                  <td>
                    {t('rates.line', { from: rate.from, rate: format.decimal(rate.rate), to: rate.to })}
                  </td>
                  <td className={css.muted}>{format.dateWithYear(rate.on)}</td>
                  <td className={css.last}>
                    <RemoveRate rate={rate} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <AddRate reporting={props.reporting} options={props.options} />
    </>
  );
}

function RemoveRate({ rate }: { rate: CurrencyRate }) {
  const platform = usePlatform();
  const [state, run] = useAction();
  return (
    <IconButton
      label={t('rates.removeOne', { from: rate.from, to: rate.to, on: rate.on })}
      disabled={state === 'pending'}
      onClick={() => run(() => platform.removeRate(rate))}
    >
      <Icon name="close" />
    </IconButton>
  );
}
