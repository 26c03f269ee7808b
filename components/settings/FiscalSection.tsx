import type { Settings } from '../../lib/deal/settings';
import { t } from '../../lib/i18n/i18n';
import { useSaveSettings } from '../hooks/use-save-settings';
import { Field } from '../ui/Field';
import { useFormat } from '../ui/format-context';
import { Saved } from '../ui/Saved';
import { Section } from './Section';
import css from './SettingsView.module.css';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Which periods the figures speak of. */
export function FiscalSection({ settings }: { settings: Settings }) {
  const format = useFormat();
  const [state, save] = useSaveSettings();
  return (
    <Section name="period" title={t('settings.fiscal')} means={t('settings.fiscalMeans')}>
      <div className={css.row}>
        <Field label={t('settings.period')}>
          {(control) => (
            <select
              {...control}
              data-testid="setting-period"
              value={settings.fiscal.period}
              onChange={(event) =>
                save({ fiscal: { period: event.target.value === 'month' ? 'month' : 'quarter' } })
              }
            >
              <option value="month">{t('settings.month')}</option>
              <option value="quarter">{t('settings.quarter')}</option>
            </select>
          )}
        </Field>
        <Field label={t('settings.yearStart')}>
          {(control) => (
            <select
              {...control}
              data-testid="setting-year-start"
              value={settings.fiscal.yearStartMonth}
              onChange={(event) => save({ fiscal: { yearStartMonth: Number(event.target.value) } })}
            >
              {months.map((month) => (
                <option key={month} value={month}>
                  {format.monthName(month)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Saved state={state} />
    </Section>
  );
}
