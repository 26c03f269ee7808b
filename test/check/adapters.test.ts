import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Module, readModules, ROOT } from './modules';
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

  test('with a sync says which calls it makes', () => {
    const syncing = modules.filter(({ path }) => /^lib\/crm\/[\w-]+\/sync\.ts$/.test(path));
    expect(syncing.length).toBeGreaterThanOrEqual(1);
    for (const { path } of syncing) {
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      const allows = modules.some(
        (module) => module.path.startsWith(folder) && /\ballow\b/.test(module.code),
      );
      expect(allows, `${folder} declares no allowed calls`).toBe(true);
    }
  });
});
