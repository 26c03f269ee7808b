import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

/** The page's hash, and a way to change it; `replace` adds no step to the browser's history. */
export function useHash(): [string, (hash: string, how?: 'push' | 'replace') => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return [hash, goTo];
}

function goTo(hash: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') {
    window.location.hash = hash;
    return;
  }
  history.replaceState(null, '', hash);
  // `replaceState` tells nobody.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
