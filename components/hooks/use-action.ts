import { useCallback, useState } from 'react';

export type ActionState = 'idle' | 'pending' | 'failed';

/** Runs one action at a time and says how it stands. A thrown action is `failed`: the surface shows a sentence. */
export function useAction(): [ActionState, (action: () => Promise<unknown>) => void] {
  const [state, setState] = useState<ActionState>('idle');
  const run = useCallback((action: () => Promise<unknown>) => {
    setState('pending');
    // Called at once: permissions may only be asked for inside the click itself.
    action().then(
      () => setState('idle'),
      () => setState('failed'),
    );
  }, []);
  return [state, run];
}
