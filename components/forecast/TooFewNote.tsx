import type { Basis } from '../../lib/forecast/basis-of';
import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import css from './ForecastView.module.css';

const cures = {
  'read-deals': 'forecast.cureRead',
  'read-closed-deals': 'forecast.cureClosed',
  'closing-dates': 'forecast.cureDates',
} as const;

/** Why there is no forecast yet, and what would cure that: never a number. */
export function TooFewNote({ basis }: { basis: Basis }) {
  const format = useFormat();
  if (basis.kind === 'measured') return null;
  if (basis.kind === 'too-large')
    return (
      <section className={css.section} data-testid="too-large">
        <p>{t('forecast.tooLarge')}</p>
        <p>
          <a className={css.link} href="#/deals">
            {t('forecast.cureLarge')}
          </a>
        </p>
      </section>
    );
  return (
    <section className={css.section} data-testid="too-few" data-reason={basis.reason}>
      <p>
        {basis.reason === 'no-deals'
          ? t('forecast.noneAtAll')
          : basis.reason === 'no-closed-deals'
            ? t('forecast.noneClosed')
            : t('forecast.fewClosed', { have: format.count(basis.have), need: format.count(basis.need) })}
      </p>
      <p>{t(cures[basis.cure])}</p>
    </section>
  );
}
