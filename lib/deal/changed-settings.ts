import type { Settings, SettingsChange } from './settings';

/**
 * Settings after a change: what it does not name stays, `null` is "not set" again.
 *
 * @example changedSettings(defaultSettings, { fiscal: { period: 'month' } }).fiscal // { period: 'month', yearStartMonth: 1 }
 */
export function changedSettings(settings: Settings, change: SettingsChange): Settings {
  const { fiscal, ...others } = { ...settings, ...change };
  const { weeks, ...calendar } = { ...settings.fiscal, ...fiscal };
  return {
    ...Object.fromEntries(
      Object.entries(others).filter(([, value]) => value !== undefined && value !== null),
    ),
    fiscal: weeks === undefined || weeks === null ? calendar : { ...calendar, weeks },
  };
}
