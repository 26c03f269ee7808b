import { useCallback, useState } from 'react';
import type { SettingsChange } from '../../lib/deal/settings';
import { usePlatform } from './platform';
import type { SaveState } from '../ui/Saved';

/** Saves a change of the settings at once and says how it went. */
export function useSaveSettings(): [SaveState, (change: SettingsChange) => void] {
  const platform = usePlatform();
  const [state, setState] = useState<SaveState>('idle');
  const save = useCallback(
    (change: SettingsChange) => {
      platform.saveSettings(change).then(
        (answer) => setState('refused' in answer ? 'refused' : 'saved'),
        () => setState('failed'),
      );
    },
    [platform],
  );
  return [state, save];
}
