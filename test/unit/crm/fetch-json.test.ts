import { describe, expect, it, vi } from 'vitest';
import type { AllowedCall, FetchJson } from '../../../lib/crm/adapter';
import { makeFetchJson } from '../../../lib/crm/fetch-json';

const origin = 'https://crm.example.com';
const allow: readonly AllowedCall[] = [
  { path: /\/api\/deals/, verb: 'GET' },
  { path: /\/api\/deals\?page=\d+/, verb: 'GET' },
  { path: /^\/rpc\/$/g, verb: 'POST', rpcMethods: ['model.deal.read'] },
];

function setUp(reply: Response = new Response('{"ok":true}')) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => reply);
  return { fetch, fetchJson: makeFetchJson({ origin, allow, signal: new AbortController().signal, fetch }) };
}

type Call = Parameters<FetchJson>[0];

describe('makeFetchJson', () => {
  it.each<[string, Call, RegExp]>([
    ['another host', { path: '//evil.example.org/api/deals', verb: 'GET' }, /another origin/],
    ['a whole address', { path: 'https://crm.example.com/api/deals', verb: 'GET' }, /not a path/],
    ['a path in disguise', { path: '/api/deals/../users', verb: 'GET' }, /not plain/],
    ['a backslash', { path: '/\\evil.example.org/api/deals', verb: 'GET' }, /another origin|not plain/],
    ['a fragment', { path: '/api/deals#x', verb: 'GET' }, /not plain/],
    ['a path that only begins as allowed', { path: '/api/deals/7', verb: 'GET' }, /not on the list/],
    ['a path that is not listed', { path: '/api/users', verb: 'GET' }, /not on the list/],
    ['a verb that writes', { path: '/api/deals', verb: 'POST', body: {} }, /POST is not allowed/],
    ['a body where none belongs', { path: '/api/deals', verb: 'GET', body: {} }, /no body/],
    [
      'a method that writes',
      { path: '/rpc/', verb: 'POST', body: { method: 'model.deal.write' } },
      /method is not on the list/,
    ],
    [
      'a method that only begins as allowed',
      { path: '/rpc/', verb: 'POST', body: { method: 'model.deal.readall' } },
      /method is not/,
    ],
    ['no method at all', { path: '/rpc/', verb: 'POST', body: [] }, /method is not on the list/],
  ])('refuses %s, before anything is sent', async (_, call, message) => {
    const { fetch, fetchJson } = setUp();
    await expect(fetchJson(call)).rejects.toThrow(message);
    await expect(fetchJson(call)).rejects.toMatchObject({ name: 'CallRefused' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('sends an allowed call to its own origin alone, following nothing and keeping nothing', async () => {
    const { fetch, fetchJson } = setUp();
    // Twice: a pattern with a memory must not refuse every other call.
    await fetchJson({
      path: '/rpc/',
      verb: 'POST',
      body: { method: 'model.deal.read' },
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    fetch.mockResolvedValueOnce(new Response('[]'));
    await fetchJson({ path: '/rpc/', verb: 'POST', body: { method: 'model.deal.read' } });
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe(`${origin}/rpc/`);
    expect(init).toMatchObject({
      method: 'POST',
      redirect: 'error',
      credentials: 'same-origin',
      cache: 'no-store',
      body: '{"method":"model.deal.read"}',
    });
    const headers = new Headers(init?.headers);
    expect([headers.get('accept'), headers.get('content-type'), headers.get('x-requested-with')]).toEqual([
      'application/json',
      'application/json',
      'XMLHttpRequest',
    ]);
  });

  it('gives status, parsed body and time', async () => {
    const { fetchJson } = setUp(new Response('{"deals":[]}', { status: 200 }));
    const reply = await fetchJson({ path: '/api/deals?page=2', verb: 'GET' });
    expect(reply).toEqual({ status: 200, body: { deals: [] }, tookMs: expect.any(Number) as number });
    expect(reply.tookMs).toBeGreaterThanOrEqual(0);
  });

  it('takes a page of HTML, or a cut-off body, as no JSON', async () => {
    for (const text of ['<html>Sign in</html>', '{"deals":[', '']) {
      const { fetchJson } = setUp(new Response(text, { status: 401 }));
      expect(await fetchJson({ path: '/api/deals', verb: 'GET' })).toMatchObject({
        status: 401,
        body: undefined,
      });
    }
  });

  it.each([
    [{ 'retry-after': '120' }, 120],
    [{ 'retry-after': 'Mon, 01 Mar 2027 12:01:00 GMT', date: 'Mon, 01 Mar 2027 12:00:00 GMT' }, 60],
    [{ 'retry-after': 'Mon, 01 Mar 2027 11:00:00 GMT', date: 'Mon, 01 Mar 2027 12:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('reads how long to wait from %j', async (headers, seconds) => {
    const { fetchJson } = setUp(new Response('{}', { status: 429, headers: new Headers(headers) }));
    expect((await fetchJson({ path: '/api/deals', verb: 'GET' })).retryAfterSeconds).toBe(seconds);
  });

  it('lets the network’s own errors through', async () => {
    const { fetch, fetchJson } = setUp();
    fetch.mockRejectedValueOnce(new TypeError('failed to fetch'));
    await expect(fetchJson({ path: '/api/deals', verb: 'GET' })).rejects.toThrow('failed to fetch');
  });
});
