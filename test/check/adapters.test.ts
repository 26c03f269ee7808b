import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Module, readModules, ROOT } from './modules';
import { layouts } from '../../lib/crm/layouts';
import { drawnPages } from '../pages/draw/drawn';
import { syncWays } from '../../lib/crm/sync-registry';
import { isOfLeads, pagesOf, reply, sessionOn } from '../unit/crm/sync/fake-crm';
import { fakeCrms } from '../unit/crm/sync/fakes';
import { adapterFolder } from './tiers';

let modules: readonly Module[];
/** Folders of what reads pages. */
let folders: readonly string[];

beforeAll(async () => {
  modules = await readModules(['lib/crm', 'entrypoints']);
  folders = modules.flatMap(({ path }) => (path.endsWith('/adapter.ts') ? (adapterFolder(path) ?? []) : []));
});

describe('every adapter', () => {
  test('is found: a named CRM and the way of an unknown one', () => {
    expect(folders).toContain('generic');
    expect(folders.length).toBeGreaterThanOrEqual(2);
  });

  test('is in the registry, or is a script of its own', () => {
    const doors = modules.filter(
      ({ path }) =>
        path === 'lib/crm/registry.ts' || /^entrypoints\/(?:\w+\.content\/|generic\.ts$)/.test(path),
    );
    const registered = new Set(
      doors.flatMap(({ imports }) => imports.flatMap(({ to }) => adapterFolder(to) ?? [])),
    );
    expect(folders.filter((folder) => !registered.has(folder))).toEqual([]);
  });

  test('has stored pages, each with what is to be read from it', () => {
    for (const folder of folders) {
      const pages = join(ROOT, 'test/pages', folder);
      const cases = existsSync(pages) ? readdirSync(pages) : [];
      expect(cases.length, `test/pages/${folder} has no case`).toBeGreaterThan(0);
      for (const name of cases) {
        expect(readdirSync(join(pages, name)), `test/pages/${folder}/${name}`).toEqual(
          expect.arrayContaining(['page.html', 'expected.json']),
        );
        expect(
          () => JSON.parse(readFileSync(join(pages, name, 'expected.json'), 'utf8')) as unknown,
        ).not.toThrow();
      }
    }
  });
});

describe.each(layouts)('the layout of $label', (layout) => {
  const kinds = (['list', 'board', 'record'] as const).filter((kind) => layout.signs[kind].length > 0);
  const own = () => modules.filter(({ path }) => path.startsWith(`lib/crm/${layout.crm}/`));

  test('has its own folder and short name, a label, and reads lists and records at least', () => {
    expect(layout.crm).toMatch(/^[a-z]+$/);
    expect(layout.label.toLowerCase()).toContain(layout.crm);
    expect(kinds).toEqual(expect.arrayContaining(['list', 'record']));
    expect(own().map(({ path }) => path)).toContain(`lib/crm/${layout.crm}/layout.ts`);
  });

  test('has stored pages of each kind that it reads, with deals and without, and one whose build has changed', () => {
    const pages = drawnPages.filter(({ crm }) => crm === layout.crm);
    const results = (kind: string) =>
      new Set(pages.filter(({ expected }) => expected.kind === kind).map(({ expected }) => expected.result));
    for (const kind of kinds) {
      expect(results(kind), `${layout.crm}: ${kind}`).toContain('deals');
      const folders = readdirSync(join(ROOT, 'test/pages', layout.crm));
      expect(folders.some((name) => name.startsWith(kind))).toBe(true);
    }
    expect([...results('list'), ...results('record')]).toEqual(expect.arrayContaining(['unknown']));
    expect(pages.map(({ expected }) => expected.result)).toEqual(expect.arrayContaining(['other']));
    const languages = pages.map(({ html }) => /<html lang="(\w+)/.exec(html)?.[1]).filter(Boolean);
    expect(languages.some((language) => language !== 'en')).toBe(true);
  });

  test('says of every selector and name of a field where it is known from', () => {
    const files = own().map(({ path }) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
    const asking = files.filter(
      ({ path, text }) =>
        /querySelector|deepAll|getElementsBy|\.closest\(/.test(text) ||
        /\/(?:fields|urls|is-on)\.ts$/.test(path),
    );
    expect(asking.length).toBeGreaterThan(2);
    for (const { path, text } of asking) {
      // The page of a session is no layout, and cites its own source.
      if (!text.includes('addons/web/views/')) expect(text, path).toContain('facts.md ');
    }
  });
});

/** Calls that are a POST and only read: each is a search or query that its vendor, or its source, says to be one. */
const READING_POSTS: readonly RegExp[] = [
  // A list of methods goes with it.
  /^\/[^/]+\/$/,
  /^\/web\/session\/get_session_info$/,
  /^\/web\/dataset\/call_kw\/[a-z.]+\/(?:fields_get|search_read|search_count)$/,
  /^\/api\/crm-search\/search$/,
];

describe('every way to sync', () => {
  test('is held to what follows here', () => {
    expect(syncWays.map(({ crm }) => crm).toSorted()).toEqual(Object.keys(fakeCrms).toSorted());
    const files = modules.filter(({ path }) => /^lib\/crm\/[\w-]+\/sync\.ts$/.test(path));
    expect(files.length).toBe(syncWays.length);
  });
});

describe.each(Object.entries(fakeCrms))('the sync of %s', (crm, fake) => {
  test('declares its calls exactly, and they only read', async () => {
    const { way } = fake();
    expect(way.crm).toBe(crm);
    expect(way.allow.length).toBeGreaterThan(0);
    const run = sessionOn(fake());
    await pagesOf(fake(), run);
    expect(run.calls.length).toBeGreaterThan(3);
    for (const { path, verb } of run.calls) {
      if (verb === 'POST')
        expect(
          READING_POSTS.some((known) => known.test(path)),
          path,
        ).toBe(true);
      else expect(verb).toBe('GET');
    }
    for (const { path, verb, rpcMethods, reads } of way.allow) {
      expect(path.source, 'a whole path').toMatch(/^\^.*\$$/);
      for (const method of rpcMethods ?? [])
        expect(method).not.toMatch(/create|write|unlink|delete|update|copy|button|action|set_|send/i);
      // The body decides, or the path alone does.
      if (verb === 'POST' && rpcMethods === undefined && reads === undefined)
        expect(READING_POSTS.map(({ source }) => source)).toContain(path.source);
    }
  });

  test('makes at most four calls a second, or leaves its server half of the time', async () => {
    const run = sessionOn(fake());
    await pagesOf(fake(), run);
    expect(run.waits.length).toBe(run.calls.length);
    const isHosted = run.waits.some((ms) => ms !== 0 && ms !== 250);
    expect(isHosted || run.waits.slice(1).every((ms) => ms >= 250)).toBe(true);
  });

  test('reads the rest from wherever it stopped', async () => {
    const whole = await pagesOf(fake());
    expect(whole.filter(({ phase }) => phase === 'deals').length).toBeGreaterThan(1);
    const idsOf = (pages: typeof whole) => pages.flatMap(({ deals }) => deals.map(({ id }) => id));
    const all = idsOf(whole);
    expect(new Set(all).size).toBe(all.length);
    for (const [nth, { cursor }] of whole.entries()) {
      const rest = await pagesOf(fake(), sessionOn(fake(), { cursor }));
      expect([...idsOf(whole.slice(0, nth + 1)), ...idsOf(rest)]).toEqual(all);
      expect(rest.map((page) => page.cursor)).toEqual(whole.slice(nth + 1).map((page) => page.cursor));
    }
  });

  test('names as whom it reads, and ends a listing whose reader has changed', async () => {
    const whole = await pagesOf(fake());
    const listing = whole.filter(({ phase }) => phase === 'deals');
    const names = new Set(listing.map(({ seenAs }) => seenAs));
    expect(names.size).toBe(1);
    // What was listed is what there is.
    expect(listing.at(-1)?.total).toBe(listing.at(-1)?.done);
    const other = fake();
    if (other.changeUser === undefined) {
      expect([...names][0]).toBeUndefined();
      return;
    }
    expect([...names][0]).toMatch(/^\w{8,100}$/);
    other.changeUser();
    await expect(pagesOf(other, sessionOn(other, { cursor: whole[0]?.cursor }))).rejects.toMatchObject({
      reason: 'access-changed',
    });
    const midway = fake();
    const run = sessionOn(midway);
    await expect(async () => {
      for await (const _ of midway.way.run(run.session)) midway.changeUser?.();
    }).rejects.toMatchObject({ reason: 'access-changed' });
  });

  test('ends where the session has ended, at any call', async () => {
    for (const nth of await calls(fake)) {
      const crm = fake();
      const instead = (at: number) => (at >= nth ? reply(401, '<html>Sign in</html>') : undefined);
      await expect(pagesOf(crm, sessionOn(crm, { instead }))).rejects.toMatchObject({ reason: 'signed-out' });
    }
  });

  test('ends where nothing may be read', async () => {
    const crm = fake();
    const run = sessionOn(crm, { instead: () => reply(403) });
    await expect(pagesOf(crm, run)).rejects.toMatchObject({ reason: 'forbidden' });
    expect(run.calls.length).toBeLessThanOrEqual(4);
  });

  test('waits as long as a busy server asks, and gives up on one that stays so', async () => {
    for (const status of [429, 503]) {
      const crm = fake();
      const once = sessionOn(crm, {
        instead: (nth) => (nth === 1 ? reply(status, '', { 'retry-after': '7' }) : undefined),
      });
      await pagesOf(crm, once);
      expect(once.waits).toContain(7000);
      const always = fake();
      const run = sessionOn(always, { instead: () => reply(status, '', { 'retry-after': '7' }) });
      await expect(pagesOf(always, run)).rejects.toMatchObject({ reason: 'busy' });
      expect(run.calls.length).toBeLessThanOrEqual(10);
    }
  });

  test('ends at a body that was cut off, or that is none of its own, and yields nothing of it', async () => {
    const whole = await pagesOf(fake());
    for (const nth of await calls(fake, (call) => !isOfLeads(call))) {
      for (const spoilt of [(text: string) => text.slice(0, -1), () => '[]', () => '{"data":7}', () => '']) {
        const crm = fake();
        const instead = (at: number, text: string) => (at === nth ? reply(200, spoilt(text)) : undefined);
        const pages: typeof whole = [];
        const ended = (async () => {
          for await (const page of crm.way.run(sessionOn(crm, { instead }).session)) pages.push(page);
        })();
        await expect(ended, `call ${nth}`).rejects.toThrow(/layout-unknown|Declined|refused|access-changed/);
        // What came before it stands, to the letter.
        expect(JSON.stringify(pages)).toBe(JSON.stringify(whole.slice(0, pages.length)));
      }
    }
  });
});

/** Numbers of a run's first calls: by then each kind of call has been made. */
async function calls(fake: () => Parameters<typeof sessionOn>[0], isMeant: typeof isOfLeads = () => true) {
  const run = sessionOn(fake());
  await pagesOf(fake(), run);
  return run.calls.slice(0, 14).flatMap((call, nth) => (isMeant(call) ? nth : []));
}
