import type { Settings } from '../../lib/deal/settings';
import { t } from '../../lib/i18n/i18n';
import { useSaveSettings } from '../hooks/use-save-settings';
import { useFormat } from '../ui/format-context';
import { Saved } from '../ui/Saved';
import { Choice } from './Choice';
import { Section } from './Section';
import css from './SettingsView.module.css';
import { WeekFields } from './WeekFields';
import { weekPatterns, weeksOf } from './week-patterns';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Which periods the figures speak of: calendar months, or a fiscal year of whole weeks. */
export function FiscalSection({ settings }: { settings: Settings }) {
  const format = useFormat();
  const [state, save] = useSaveSettings();
  const { period, yearStartMonth, weeks } = settings.fiscal;
  return (
    <Section name="period" title={t('settings.fiscal')} means={t('settings.fiscalMeans')}>
      <div className={css.row}>
        <Choice
          label={t('settings.period')}
          testid="setting-period"
          value={period}
          options={[
            ['month', t('settings.month')],
            ['quarter', t('settings.quarter')],
          ]}
          onChange={(value) => save({ fiscal: { period: value } })}
        />
        <Choice
          label={t('settings.yearOf')}
          testid="setting-year-of"
          value={weeks?.pattern ?? 'months'}
          options={[
            ['months', t('settings.yearOfMonths')],
            ...weekPatterns.map((one) => [one, t('settings.yearOfWeeks', { pattern: one })] as const),
          ]}
          onChange={(value) =>
            save({ fiscal: { weeks: value === 'months' ? null : weeksOf(value, settings.fiscal) } })
          }
        />
        {weeks === undefined ? (
          <Choice
            label={t('settings.yearStart')}
            testid="setting-year-start"
            value={String(yearStartMonth)}
            options={months.map((month) => [String(month), format.monthName(month)] as const)}
            onChange={(value) => save({ fiscal: { yearStartMonth: Number(value) } })}
          />
        ) : (
          <WeekFields weeks={weeks} onChange={(changed) => save({ fiscal: { weeks: changed } })} />
        )}
      </div>
      <Saved state={state} />
    </Section>
  );
}
