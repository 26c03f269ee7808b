import { describe, expect, it } from 'vitest';
import type { SyncPage } from '../../../../lib/crm/adapter';
import { tryton } from '../../../../lib/crm/tryton/adapter';
import { trytonSync } from '../../../../lib/crm/tryton/sync';
import { fakeTryton, sessionOf, type FakeTryton } from './fake-server';

/** What a page keeps after it has signed in: the preferences as the server has them. */
function openPage(server: FakeTryton): void {
  server.stored.set('sao_context_sales', JSON.stringify(server.preferences));
}

const company = (id: number) => ({ company: id, company_filter: 'one', groups: [14, 12], language: 'en' });
const deals = (count: number) => Array.from({ length: count }, (_, nth) => ({ id: nth + 1, state: 'lead' }));

async function pagesOf(server: FakeTryton, then: () => void, cursor?: string): Promise<SyncPage[]> {
  const pages: SyncPage[] = [];
  for await (const page of trytonSync.run(sessionOf(server, cursor))) {
    pages.push(page);
    then();
  }
  return pages;
}

async function listedAs(server: FakeTryton): Promise<string | undefined> {
  const [page] = await pagesOf(server, () => {});
  return page?.seenAs;
}

const seenAs = (server: FakeTryton) => tryton.seenAs?.(sessionOf(server).page);

describe('as whom a Tryton is seen', () => {
  it('is the same for the page and for the sync of one user', async () => {
    const server = fakeTryton({ records: deals(1) });
    openPage(server);
    expect(seenAs(server)).toMatch(/^[0-9a-f]{16}$/);
    expect(await listedAs(server)).toBe(seenAs(server));
  });

  it('hangs on no language, and on no order of groups', async () => {
    const one = fakeTryton({
      records: deals(1),
      preferences: { company: 1, groups: [2, 14], language: 'en' },
    });
    const other = fakeTryton({
      records: deals(1),
      preferences: { company: 1, groups: [14, 2], language: 'de' },
    });
    expect(await listedAs(one)).toBe(await listedAs(other));
  });

  it.each([
    ['company', company(2)],
    ['filter of companies', { ...company(1), company_filter: 'all' }],
    ['employee', { ...company(1), employee: 4 }],
    ['set of groups', { ...company(1), groups: [14] }],
  ])('is another name in another %s', async (_, preferences) => {
    const one = fakeTryton({ records: deals(1), preferences: company(1) });
    const other = fakeTryton({ records: deals(1), preferences });
    expect(await listedAs(other)).not.toBe(await listedAs(one));
    openPage(one);
    openPage(other);
    expect(seenAs(other)).not.toBe(seenAs(one));
  });

  it('is another name for another user', () => {
    const server = fakeTryton({});
    openPage(server);
    const before = seenAs(server);
    server.stored.set('sao_session_sales', '{"login":"bo","user_id":6,"session":"k"}');
    expect(seenAs(server)).not.toBe(before);
  });

  it('is said by the server: a page whose user has changed company in another tab is not believed', async () => {
    const server = fakeTryton({ records: deals(1), preferences: company(1) });
    openPage(server);
    Object.assign(server.preferences, company(2));
    expect(await listedAs(server)).not.toBe(seenAs(server));
    openPage(server);
    expect(await listedAs(server)).toBe(seenAs(server));
  });

  it.each([
    ['declines to tell', { status: 403 }],
    ['answers with an error of its own', { body: { id: 1, error: ['UserError', ['no', '', null]] } }],
    ['tells something else', { body: { id: 1, result: [] } }],
  ])('is not known where the server %s; the deals are read all the same', async (_, answer) => {
    const plain = sessionOf(fakeTryton({ records: deals(1) }));
    const fetchJson: typeof plain.fetchJson = async (call) => {
      const reply = await plain.fetchJson(call);
      const { method } = call.body as { method: string };
      return method.endsWith('get_preferences') ? { ...reply, ...answer } : reply;
    };
    const pages: SyncPage[] = [];
    for await (const page of trytonSync.run({ ...plain, fetchJson })) pages.push(page);
    expect(pages[0]?.deals).toHaveLength(1);
    expect(pages[0]).not.toHaveProperty('seenAs');
  });

  it('is not known of a page that nobody has signed in to, or that is not as we know it', () => {
    const server = fakeTryton({});
    expect(seenAs(server)).toBeUndefined();
    openPage(server);
    server.stored.delete('sao_session_sales');
    expect(seenAs(server)).toBeUndefined();
  });
});

describe('a listing of a Tryton', () => {
  it('ends where the company changes midway, before a page of the other company is handed on', async () => {
    const server = fakeTryton({ records: deals(700), preferences: company(1) });
    const got: SyncPage[] = [];
    await expect(async () => {
      for await (const page of trytonSync.run(sessionOf(server))) {
        got.push(page);
        Object.assign(server.preferences, company(2));
      }
    }).rejects.toMatchObject({ reason: 'access-changed' });
    expect(got.map(({ done }) => done)).toEqual([500]);
  });

  it('ends where somebody else signs in midway, before anything is asked as that user', async () => {
    const server = fakeTryton({ records: deals(700) });
    await expect(
      pagesOf(server, () =>
        server.stored.set('sao_session_sales', '{"login":"bo","user_id":6,"session":"x"}'),
      ),
    ).rejects.toMatchObject({ reason: 'access-changed' });
    expect(new Set(server.calls.map(({ headers }) => headers['Authorization']))).toEqual(
      new Set([`Session ${btoa('ida:5:k')}`]),
    );
  });

  it('is not gone on with in another company, and is in its own', async () => {
    const server = fakeTryton({ records: deals(700), preferences: company(1) });
    const [first, , history] = await pagesOf(server, () => {});
    Object.assign(server.preferences, company(2));
    for (const { cursor } of [first, history].filter((page) => page !== undefined)) {
      await expect(pagesOf(server, () => {}, cursor)).rejects.toMatchObject({ reason: 'access-changed' });
    }
    Object.assign(server.preferences, company(1));
    const rest = await pagesOf(server, () => {}, first?.cursor);
    expect(rest[0]).toMatchObject({ phase: 'deals', done: 700, total: 700, seenAs: first?.seenAs });
  });
});
