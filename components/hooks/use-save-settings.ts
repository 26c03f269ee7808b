import { useCallback, useState } from 'react';
import type { Settings } from '../../lib/deal/settings';
import { usePlatform } from './platform';
import type { SaveState } from '../ui/Saved';

/** Saves settings at once and says how it went. */
export function useSaveSettings(): [SaveState, (settings: Settings) => void] {
  const platform = usePlatform();
  const [state, setState] = useState<SaveState>('idle');
  const save = useCallback(
    (settings: Settings) => {
      platform.saveSettings(settings).then(
        (answer) => setState('refused' in answer ? 'refused' : 'saved'),
        () => setState('failed'),
      );
    },
    [platform],
  );
  return [state, save];
}
