import { useCallback, useState } from 'react';
import type { SaveState } from '../ui/Saved';

/** Says how the last save went. A failed one can be tried again: the surface shows a sentence. */
export function useSave(): [SaveState, (answer: Promise<object>) => void] {
  const [state, setState] = useState<SaveState>('idle');
  const follow = useCallback((answer: Promise<object>) => {
    answer.then(
      (said) => setState('refused' in said ? 'refused' : 'saved'),
      () => setState('failed'),
    );
  }, []);
  return [state, follow];
}
