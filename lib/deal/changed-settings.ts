import type { Settings, SettingsChange } from './settings';

/**
 * Settings after a change: what it does not name stays, `null` is "not set" again.
 *
 * @example changedSettings(defaultSettings, { fiscal: { period: 'month' } }).fiscal // { period: 'month', yearStartMonth: 1 }
 */
export function changedSettings(settings: Settings, change: SettingsChange): Settings {
  const { me, reportingCurrency } = { ...settings, ...change };
  return {
    fiscal: { ...settings.fiscal, ...change.fiscal },
    ...(me === undefined || me === null ? {} : { me }),
    ...(reportingCurrency === undefined || reportingCurrency === null ? {} : { reportingCurrency }),
  };
}
