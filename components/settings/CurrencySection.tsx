import { useMemo } from 'react';
import type { Settings } from '../../lib/deal/settings';
import { t } from '../../lib/i18n/i18n';
import { useSaveSettings } from '../hooks/use-save-settings';
import { Field } from '../ui/Field';
import { useFormat } from '../ui/format-context';
import { Saved } from '../ui/Saved';
import { currencyOptions } from './currency-options';
import { Rates } from './Rates';
import { Section } from './Section';
import css from './SettingsView.module.css';

/** In which currency sums stand, and at which dated rates others are brought into it. */
export function CurrencySection({ settings }: { settings: Settings }) {
  const { locale } = useFormat();
  const [state, save] = useSaveSettings();
  const options = useMemo(() => currencyOptions(locale), [locale]);
  return (
    <Section name="rates" title={t('settings.currency')} means={t('settings.currencyMeans')}>
      <div className={css.narrow}>
        <Field label={t('settings.reporting')}>
          {(control) => (
            <select
              {...control}
              data-testid="setting-currency"
              value={settings.reportingCurrency ?? ''}
              onChange={(event) => save({ reportingCurrency: event.target.value || null })}
            >
              <option value="">{t('settings.reportingAuto')}</option>
              {options.map(({ code, text }) => (
                <option key={code} value={code}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Saved state={state} />
      </div>
      <Rates reporting={settings.reportingCurrency} options={options} />
    </Section>
  );
}
