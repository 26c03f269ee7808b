import type { Page } from '../adapter';
import type { PageStorage } from '../page-storage';

/** The page in a window, as adapters see it. Its storage is read only, and absent where the browser refuses it. */
export function pageOf(
  window: Pick<Window, 'document' | 'location' | 'localStorage' | 'sessionStorage'>,
  context: Pick<Page, 'locale' | 'now' | 'ended'>,
): Page {
  const local = storageOf(() => window.localStorage);
  const session = storageOf(() => window.sessionStorage);
  return {
    document: window.document,
    url: new URL(window.location.href),
    ...context,
    ...(local === undefined || session === undefined ? {} : { storage: { local, session } }),
  };
}

function storageOf(open: () => Storage): PageStorage | undefined {
  try {
    const storage = open();
    return { get: (name) => storage.getItem(name), names: () => Object.keys(storage) };
  } catch {
    // A page in a sandbox, or a browser that blocks site data, throws on the mere look.
    return undefined;
  }
}
