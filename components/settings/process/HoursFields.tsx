import { useMemo } from 'react';
import { formatWeekdayName } from '../../../lib/i18n/format';
import { t } from '../../../lib/i18n/i18n';
import { Field } from '../../ui/Field';
import { useFormat } from '../../ui/format-context';
import settings from '../SettingsView.module.css';
import type { DraftFault, ProcessDraft } from './draft';
import css from './process.module.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** When people work: times between a pass and what follows count these hours alone. */
export function HoursFields(props: {
  draft: ProcessDraft;
  faults: readonly DraftFault[];
  onChange: (change: Partial<ProcessDraft>) => void;
}) {
  const { draft, faults, onChange } = props;
  const { locale } = useFormat();
  const zones = useMemo(
    () => [...new Set([draft.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])],
    [draft.timeZone],
  );
  const has = (name: DraftFault['at']) => faults.some(({ at }) => at === name);
  const badDay = faults.find((fault) => fault.at === 'holidays');
  const toggle = (day: number) =>
    onChange({
      weekdays: draft.weekdays.includes(day)
        ? draft.weekdays.filter((other) => other !== day)
        : [...draft.weekdays, day],
    });
  return (
    <div className={css.part} role="group" aria-label={t('process.hours')}>
      <h3>{t('process.hours')}</h3>
      <p className={css.hint}>{t('process.hoursMeans')}</p>
      <fieldset className={css.days}>
        <legend>{t('process.weekdays')}</legend>
        {weekdays.map((day) => (
          <label key={day} className={settings.switch}>
            <input type="checkbox" checked={draft.weekdays.includes(day)} onChange={() => toggle(day)} />
            {formatWeekdayName(day, locale)}
          </label>
        ))}
      </fieldset>
      {has('weekdays') && (
        <p className={settings.bad} role="alert">
          {t('process.badWeekdays')}
        </p>
      )}
      <div className={settings.row}>
        <Field label={t('process.opens')} error={has('hours') ? t('process.badClock') : undefined}>
          {(control) => (
            <input
              {...control}
              data-testid="process-opens"
              type="time"
              value={draft.opens}
              onChange={({ target }) => onChange({ opens: target.value })}
            />
          )}
        </Field>
        <Field label={t('process.closes')}>
          {(control) => (
            <input
              {...control}
              data-testid="process-closes"
              type="time"
              value={draft.closes}
              onChange={({ target }) => onChange({ closes: target.value })}
            />
          )}
        </Field>
        <Field label={t('process.timeZone')} error={has('timeZone') ? t('process.badZone') : undefined}>
          {(control) => (
            <select
              {...control}
              data-testid="process-zone"
              value={draft.timeZone}
              onChange={({ target }) => onChange({ timeZone: target.value })}
            >
              {zones.map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className={css.holidays}>
        <Field
          label={t('process.holidays')}
          hint={t('process.holidaysHint')}
          error={
            badDay?.at === 'holidays'
              ? t('process.badHoliday', { line: String(badDay.line), text: badDay.text })
              : undefined
          }
        >
          {(control) => (
            <textarea
              {...control}
              data-testid="process-holidays"
              rows={4}
              value={draft.holidays}
              onChange={({ target }) => onChange({ holidays: target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
