import { pause } from './pause';
import type { Session } from './session';

/**
 * Waits until the extension has made its second copy whole again. Two faults that hit both copies within seconds of
 * each other are one fault that hits both, and that is not what is looked for here.
 * @returns Whether it was whole in time; true as well where the extension keeps no second copy.
 */
export async function mirrorIsWhole(session: Session, patienceMs = 30_000): Promise<boolean> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const state = await session.inPage(stateOfMirror, 'stafet-mirror');
    if (state === 'none' || state === 'whole') return true;
    if (performance.now() > until) return false;
    await pause(250);
  }
}

/** Runs in the browser. */
async function stateOfMirror(name: string): Promise<'none' | 'whole' | 'filling'> {
  const { storageBuckets } = navigator as unknown as {
    storageBuckets: {
      keys: () => Promise<string[]>;
      open: (name: string) => Promise<{ indexedDB: IDBFactory }>;
    };
  };
  if (!(await storageBuckets.keys()).includes(name)) return 'none';
  const { indexedDB: factory } = await storageBuckets.open(name);
  // Opening a database that is not there would make it.
  if (!(await factory.databases()).some((database) => database.name === name)) return 'filling';
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = factory.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    if (!database.objectStoreNames.contains('meta')) return 'filling';
    return await new Promise((resolve, reject) => {
      const request = database.transaction('meta').objectStore('meta').get('state');
      request.onerror = () => reject(request.error);
      request.onsuccess = () =>
        resolve(request.result === undefined || request.result.filling !== undefined ? 'filling' : 'whole');
    });
  } finally {
    database.close();
  }
}
