// The one way out of the worker: reads of one interface, with a session that is read for one call and kept nowhere.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { grantedPatterns } from '../../../lib/hosts/granted';
import { askOtherHost, giveBackOtherHosts } from '../../../lib/hosts/other-host';
import { otherHostOf } from '../../../lib/hosts/other-hosts';

const state = vi.hoisted(() => ({
  origins: [] as string[],
  permissions: [] as string[],
  removed: [] as unknown[],
  asked: [] as unknown[],
  session: undefined as string | undefined,
}));

vi.mock('wxt/browser', () => ({
  browser: {
    permissions: {
      getAll: async () => ({ origins: [...state.origins], permissions: [...state.permissions] }),
      remove: async (given: unknown) => void state.removed.push(given),
    },
    cookies: {
      async get(query: unknown) {
        state.asked.push(query);
        return state.session === undefined ? null : { value: state.session };
      },
    },
  },
}));

const page = new URL('https://acme--test.sandbox.lightning.force.com/lightning/o/Opportunity/list');
const api = 'https://acme--test.sandbox.my.salesforce.com';
const query = '/services/data/v66.0/query/?q=SELECT%20Id%20FROM%20User';
const sent: { url: string; init: RequestInit }[] = [];

beforeEach(() => {
  Object.assign(state, { origins: [], permissions: [], removed: [], asked: [], session: '00D!s3cret' });
  sent.length = 0;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return new Response('{"done":true}', {
      status: 200,
      headers: { 'retry-after': '7', 'set-cookie': 'a=b' },
    });
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('the interface of a CRM on another host', () => {
  it('is asked with the session that the browser has there, and says no more than its answer', async () => {
    expect(await askOtherHost(page, query)).toEqual({
      status: 200,
      text: '{"done":true}',
      headers: { 'retry-after': '7' },
    });
    expect(state.asked).toEqual([{ url: api, name: 'sid' }]);
    expect(sent).toEqual([
      {
        url: api + query,
        init: {
          headers: { accept: 'application/json', authorization: 'Bearer 00D!s3cret' },
          credentials: 'omit',
          redirect: 'error',
          cache: 'no-store',
        },
      },
    ]);
  });

  it.each([
    ['another path', '/services/data/v66.0/sobjects/Opportunity/0065g00000AbC1dAAF'],
    ['dots', '/services/data/v66.0/query/../sobjects/Account'],
    ['another host', '//evil.example.com/services/data/v66.0/query/'],
    ['another host by an address', 'https://evil.example.com/services/data/v66.0/query/'],
    ['a user in it', '@evil.example.com/services/data/v66.0/query/'],
    ['the application', '/lightning/o/Opportunity/list'],
  ])('is not asked for what is no read of it: %s', async (_, path) => {
    expect(await askOtherHost(page, path)).toBeUndefined();
    expect([sent, state.asked]).toEqual([[], []]);
  });

  it('is no page’s but its own application’s', async () => {
    for (const address of [
      'https://crm.example.com/',
      'https://acme.lightning.force.com.evil.example.com/',
      'http://acme.lightning.force.com/',
      'https://evil.example.com/acme.lightning.force.com',
    ])
      expect(await askOtherHost(new URL(address), query), address).toBeUndefined();
    expect(otherHostOf(new URL('https://acme.lightning.force.com/'))?.origin).toBe(
      'https://acme.my.salesforce.com',
    );
    expect(sent).toEqual([]);
  });

  it('answers that nobody is signed in where there is no session, and asks nothing', async () => {
    state.session = undefined;
    expect(await askOtherHost(page, query)).toEqual({ status: 401, text: '', headers: {} });
    expect(sent).toEqual([]);
  });
});

describe('what was allowed for it', () => {
  it('is given back, and nothing else', async () => {
    state.origins = ['https://acme.lightning.force.com/*', `${api}/*`, 'https://crm.example.com/*'];
    state.permissions = ['storage', 'cookies'];
    await giveBackOtherHosts();
    expect(state.removed).toEqual([{ permissions: ['cookies'] }, { origins: [`${api}/*`] }]);
  });

  it('is nothing where nothing was', async () => {
    state.origins = ['https://crm.example.com/*'];
    state.permissions = ['storage'];
    await giveBackOtherHosts();
    expect(state.removed).toEqual([]);
  });

  it('lets no page be read', async () => {
    state.origins = ['https://acme.lightning.force.com/*', `${api}/*`];
    expect(await grantedPatterns()).toEqual(['https://acme.lightning.force.com/*']);
  });
});
