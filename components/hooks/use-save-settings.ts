import { useCallback } from 'react';
import type { SettingsChange } from '../../lib/deal/settings';
import type { SaveState } from '../ui/Saved';
import { usePlatform } from './platform';
import { useSave } from './use-save';

/** Saves a change of the settings at once and says how it went. */
export function useSaveSettings(): [SaveState, (change: SettingsChange) => void] {
  const platform = usePlatform();
  const [state, follow] = useSave();
  const save = useCallback(
    (change: SettingsChange) => follow(platform.saveSettings(change)),
    [platform, follow],
  );
  return [state, save];
}
