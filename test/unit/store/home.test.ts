import { IDBFactory as FakeFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { Home } from '../../../lib/store/home';

const nowhere = { open: () => Promise.reject(new Error('none')), remove: () => Promise.resolve(false) };
const empty = {
  get: () => Promise.resolve({}),
  set: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};

async function aHome() {
  const usual: IDBFactory = new FakeFactory();
  const home = new Home({ usual, buckets: nowhere, local: () => empty });
  await home.locate();
  return { usual, home };
}

/** Opens a database as Dexie does; resolves to how it ended. */
function opened({ indexedDB }: Home, name: string): Promise<string> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name, 10);
    request.onupgradeneeded = () => request.result.createObjectStore('deals');
    request.onsuccess = () => {
      resolve(`tables: ${[...request.result.objectStoreNames].join()}`);
      request.result.close();
    };
    request.onerror = () => resolve(request.error?.name ?? 'no reason');
  });
}

describe('the home of the store', () => {
  it('opens one database while another is being opened, and both are made whole', async () => {
    const { home } = await aHome();
    expect(await Promise.all([opened(home, 'stafet'), opened(home, 'stafet-rotation')])).toEqual([
      'tables: deals',
      'tables: deals',
    ]);
  });

  it('lets go of a request for a database that is asked for again, and leaves no empty one behind', async () => {
    const { home, usual } = await aHome();
    void opened(home, 'stafet');
    expect(await opened(home, 'stafet')).toBe('tables: deals');
    void opened(home, 'other');
    await home.remove('other');
    expect((await usual.databases()).map(({ name, version }) => [name, version])).toEqual([['stafet', 10]]);
  });
});
