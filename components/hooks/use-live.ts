import { useSyncExternalStore, useCallback } from 'react';
import type { Live } from './platform';

/** The present value of `live`, kept fresh; `undefined` while nothing is known. */
export function useLive<T>(live: Live<T>): T | undefined {
  const subscribe = useCallback((listener: () => void) => live.subscribe(listener), [live]);
  return useSyncExternalStore(subscribe, () => live.get());
}
