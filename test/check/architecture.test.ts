import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cyclesOf, loadedBy } from './graph';
import { impuritiesOf, objectsUsed } from './impurities';
import { type Module, readModule, readModules, ROOT } from './modules';
import { networkUses } from './network-uses';
import { adapterFolder, forbiddenImports, REGISTRIES, type Tier, tierOf } from './tiers';

const LONGEST_FILE = 250;
const LONGEST_ENTRYPOINT = 120;
const AIM_OF_ENTRYPOINTS = 80;

let modules: readonly Module[];

beforeAll(async () => {
  modules = await readModules(['lib', 'components', 'entrypoints']);
});

const within = (...tiers: readonly Tier[]): readonly Module[] =>
  modules.filter(({ path }) => tiers.includes(tierOf(path) as Tier));

describe('what the checks see', () => {
  test.each<[Tier, number]>([
    ['pure', 20],
    ['page', 8],
    ['platform', 20],
    ['hooks', 4],
    ['components', 30],
    ['entrypoints', 5],
  ])('the %s tier has at least %i modules', (tier, least) => {
    expect(within(tier).length).toBeGreaterThanOrEqual(least);
  });

  test('imports are seen: nearly every module of the platform has some', () => {
    const platform = within('platform');
    expect(platform.filter(({ imports }) => imports.length > 0).length).toBeGreaterThan(
      platform.length * 0.7,
    );
  });

  test('the scanner tells value imports from types, and finds those of other forms', async () => {
    const { imports } = await readModule(
      'lib/deal/x.ts',
      `import type { A } from './a';\nimport { type B } from './b';\nimport { c, type C } from './c';\n` +
        `export { d } from '../money/d';\nexport type { E } from './e';\n// import './commented';\n` +
        `export const f = async () => [c, await import('zod'), "import './quoted'"] as A[];`,
    );
    const of = (kind: string) => imports.filter((one) => one.kind === kind).map(({ to }) => to);
    expect(of('type')).toEqual(['lib/deal/a', 'lib/deal/e', 'lib/deal/b']);
    expect(of('value')).toEqual(['lib/deal/c', 'lib/money/d', 'zod']);
  });
});

describe('who may import whom', () => {
  test('no import breaks the table of tiers', () => {
    expect(forbiddenImports(modules)).toEqual([]);
  });

  test.each([
    ['lib/deal/x.ts', '../store/database'],
    ['lib/deal/x.ts', 'zod/mini'],
    ['lib/crm/parse/x.ts', '../adapter'],
    ['lib/crm/acme/read.ts', '../tryton/read'],
    ['lib/crm/acme/read.ts', 'wxt/browser'],
    ['lib/crm/acme/read.ts', '../../messages/client'],
    ['lib/store/x.ts', '../crm/acme/read'],
    ['lib/store/x.ts', 'react'],
    ['lib/messages/x.ts', 'zod/mini'],
    ['components/ui/X.tsx', '../../lib/store/database'],
    ['components/ui/X.tsx', 'wxt/browser'],
    ['components/hooks/x.ts', 'dexie'],
  ])('%s may not import %s', async (path, to) => {
    const module = await readModule(path, `import { x } from '${to}'; export const y = x;`);
    expect(forbiddenImports([module])).toHaveLength(1);
  });

  test('there are no cycles', async () => {
    expect(cyclesOf(modules)).toEqual([]);
    const cycle = [
      await readModule('lib/deal/a.ts', `import { b } from './b'; export const a = b;`),
      await readModule('lib/deal/b.ts', `import { a } from './a'; export const b = a;`),
    ];
    expect(cyclesOf(cycle)).toEqual(['lib/deal/a -> lib/deal/b -> lib/deal/a']);
  });

  test('a content script loads neither store nor schemas, and only the overlay draws', () => {
    const scripts = readdirSync(join(ROOT, 'entrypoints')).filter((name) => name.endsWith('.content'));
    expect(scripts.length).toBeGreaterThanOrEqual(3);
    for (const script of scripts) {
      const loaded = [...loadedBy(modules, `entrypoints/${script}/index`)];
      expect(loaded.length, `${script} loads nothing`).toBeGreaterThan(2);
      const drawn =
        script === 'overlay.content'
          ? /^(?:dexie|zod|lib\/store\/)/
          : /^(?:dexie|zod|react|preact|lib\/store\/)/;
      expect(
        loaded.filter((name) => drawn.test(name)),
        script,
      ).toEqual([]);
    }
  });

  test('two modules alone open a door to the network', async () => {
    const doors = modules.flatMap(({ path, tree }) => networkUses(tree).map((use) => [path, use] as const));
    // The overlay and the pages load parts of themselves on demand; where from is the bundle's check.
    const outside = doors.filter(
      ([path, use]) => use !== 'import()' && !/^lib\/(?:crm\/fetch-json|hosts\/other-host)\.ts$/.test(path),
    );
    expect(outside).toEqual([]);
    const { tree } = await readModule(
      'lib/crm/x.ts',
      `export const x = () => fetch('/', { headers: { a: 'XMLHttpRequest' } });`,
    );
    expect(networkUses(tree)).toEqual(['fetch']);
  });
});

describe('the pure tier', () => {
  test('never reads the clock, chance, the time zone or the language of the machine', () => {
    expect(within('pure').flatMap(impuritiesOf)).toEqual([]);
  });

  test.each([
    'Date.now()',
    'Math.random()',
    'new Date()',
    'new Date(2026, 1, 1)',
    'Temporal.Now.plainDateISO()',
    "new Intl.NumberFormat(undefined, { style: 'percent' })",
    "'a'.localeCompare('b')",
    '(1).toLocaleString()',
  ])('%s would be found', async (text) => {
    expect(impuritiesOf(await readModule('lib/deal/x.ts', `export const x = ${text};`))).toHaveLength(1);
  });

  test('exports one function a file, named like the file', () => {
    const wrong = within('pure').flatMap(({ path, code }) => {
      const names = [...code.matchAll(/^export (?:async )?function\*? (\w+)/gm)].map(
        (match) => match[1] ?? '',
      );
      const expected = basename(path, '.ts').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      const described = `${path} exports ${names.join(', ')}`;
      return names.length > 1 || (names.length === 1 && names[0] !== expected) ? [described] : [];
    });
    expect(wrong).toEqual([]);
  });
});

describe('shape', () => {
  test('pages and components never touch the browser’s own interfaces', () => {
    const touching = within('pure', 'page', 'components').filter((module) => {
      const used = objectsUsed(module);
      return used.has('browser') || used.has('chrome');
    });
    expect(touching.map(({ path }) => path)).toEqual([]);
  });

  test('no CRM is named outside its own folder and the registry', () => {
    const crms = [...new Set(modules.flatMap(({ path }) => adapterFolder(path) ?? []))].filter(
      (name) => name !== 'generic',
    );
    expect(crms.length).toBeGreaterThanOrEqual(1);
    const named = modules.flatMap(({ path, code }) => {
      if (REGISTRIES.includes(path)) return [];
      return crms
        .filter((crm) => adapterFolder(path) !== crm && code.toLowerCase().includes(crm))
        .map((crm) => `${path} names ${crm}`);
    });
    expect(named).toEqual([]);
  });

  test('there is no barrel', () => {
    const barrels = modules.filter(
      ({ path, code }) =>
        /^(?:lib|components)\/(?:.*\/)?index\.tsx?$/.test(path) || /^export \* from/m.test(code),
    );
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  test('files are named in kebab-case, components in PascalCase', () => {
    const wrong = modules.filter(({ path }) => {
      const name = basename(path).replace(/\.tsx?$/, '');
      return path.endsWith('.ts')
        ? !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)
        : !/^(?:[A-Z]\w*|[a-z]+(?:-[a-z]+)*)$/.test(name);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test(`no file is longer than ${LONGEST_FILE} lines, no entrypoint longer than ${LONGEST_ENTRYPOINT}`, () => {
    const limit = (path: string) => (tierOf(path) === 'entrypoints' ? LONGEST_ENTRYPOINT : LONGEST_FILE);
    const described = ({ path, lines }: Module) => `${path}: ${lines} lines`;
    expect(modules.filter(({ path, lines }) => lines > limit(path)).map(described)).toEqual([]);
    const long = within('entrypoints').filter(({ lines }) => lines > AIM_OF_ENTRYPOINTS);
    if (long.length > 0)
      console.warn(`Longer than an entrypoint should be: ${long.map(described).join(', ')}`);
  });
});
