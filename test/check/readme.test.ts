import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readModules, ROOT } from './modules';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('the README', () => {
  test('names only commands that exist', () => {
    const named = [...readme.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)].map(
      ([, run, own]) => run ?? own ?? '',
    );
    expect(new Set(named).size).toBeGreaterThanOrEqual(4);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('shows and links only what is there', () => {
    const targets = [...readme.matchAll(/\]\(([^)#\s]+)[^)]*\)|\bsrc="([^"]+)"/g)].map(
      ([, link, image]) => link ?? image ?? '',
    );
    const local = targets.filter((target) => !/^[a-z]+:/.test(target));
    expect(local.some((target) => target.endsWith('.png'))).toBe(true);
    expect(local.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
  });

  test('names paths that exist', () => {
    const paths = [...readme.matchAll(/`((?:lib|test|components|entrypoints|public)\/[\w./-]*)`/g)].map(
      ([, path]) => path ?? '',
    );
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('names every CRM that has an adapter', async () => {
    const labels = (await readModules(['lib/crm'])).flatMap(({ code }) =>
      [...code.matchAll(/\blabel: "([^"]+)"/g)].map(([, label]) => label ?? ''),
    );
    expect(labels).toContain('Tryton');
    const named = labels.filter((label) => /^[A-Z]/.test(label));
    expect(named.filter((label) => !readme.includes(label))).toEqual([]);
  });
});
