import { basename } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { builtFiles, firstScripts, gzipKiB, isNotBuilt, readBuilt, scriptsFrom } from './built';
import { bundlesOf, CONTENT_SCRIPTS, PAGE_WORKERS, pageScripts, POPUP, WORKER, workerFile } from './bundles';
import type { Node } from './modules';
import { networkUses } from './network-uses';

const scripts = () => pageScripts('chrome-mv3');

/** Ways to turn text into page or program. */
const INJECTION = /\bdocument\.write\b|\binsertAdjacentHTML\b|\beval\(|\bnew Function\(/g;

/** What a program mentions of the network. The parser's nodes are plain objects with a type. */
const doors = (program: string) => networkUses(parseAst(program) as unknown as Node);
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([match]) => match);

describe.skipIf(isNotBuilt('chrome-mv3'))('the Chrome build', () => {
  test('has exactly these content scripts', () => {
    const names = scripts().map((path) => basename(path, '.js'));
    expect(names.toSorted()).toEqual(Object.keys(CONTENT_SCRIPTS).toSorted());
  });

  test.each(Object.entries(CONTENT_SCRIPTS))('content script %s is at most %i KiB', (name, budget) => {
    const files = scripts().filter((path) => basename(path, '.js') === name);
    expect(gzipKiB('chrome-mv3', files)).toBeGreaterThan(1);
    expect(gzipKiB('chrome-mv3', files)).toBeLessThanOrEqual(budget);
  });

  test(`the service worker is at most ${WORKER} KiB`, () => {
    const scripts = scriptsFrom('chrome-mv3', [workerFile('chrome-mv3')]);
    expect(gzipKiB('chrome-mv3', scripts)).toBeGreaterThan(5);
    expect(gzipKiB('chrome-mv3', scripts)).toBeLessThanOrEqual(WORKER);
  });

  test('the service worker brings its schemas as plain data, without the library that makes them', () => {
    const program = scriptsFrom('chrome-mv3', [workerFile('chrome-mv3')])
      .map((path) => readBuilt('chrome-mv3', path))
      .join('\n');
    expect(program).toContain('propertyNames');
    expect(program).not.toMatch(/\$Zod|ZodError/);
  });

  test(`what the popup loads before it paints is at most ${POPUP} KiB, without store, schemas and charts`, () => {
    const first = firstScripts('chrome-mv3', 'popup.html');
    expect(first.length).toBeGreaterThan(0);
    expect(gzipKiB('chrome-mv3', first)).toBeGreaterThan(5);
    expect(gzipKiB('chrome-mv3', first)).toBeLessThanOrEqual(POPUP);
    const heavy = first.filter((path) =>
      /DexieError|ZodError|\$ZodType|chartjs/i.test(readBuilt('chrome-mv3', path)),
    );
    expect(heavy).toEqual([]);
  });

  test('every bundle that has a budget is weighed by the benchmark, and keeps it', () => {
    const weighed = bundlesOf('chrome-mv3').filter(({ budget }) => budget !== undefined);
    const names = [...Object.keys(CONTENT_SCRIPTS), 'popup', 'worker'];
    expect(weighed.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    expect(weighed.filter(({ KiB, budget = 0 }) => KiB > budget)).toEqual([]);
  });

  test('content scripts have one door to the network: the one fetch of the sync', () => {
    expect(Object.fromEntries(scripts().map((path) => [path, doors(readBuilt('chrome-mv3', path))]))).toEqual(
      {
        'boxes.js': [],
        'content-scripts/crm.js': [],
        'generic.js': [],
        'named.js': [],
        'content-scripts/overlay.js': [],
        'content-scripts/sync.js': ['fetch'],
        'content-scripts/teach.js': [],
      },
    );
    expect(readBuilt('chrome-mv3', 'content-scripts/sync.js')).toMatch(/redirect:\s*["'`]error["'`]/);
  });

  test('the service worker has one door: the reads of an interface on another host', () => {
    expect(doors(readBuilt('chrome-mv3', 'background.js'))).toEqual(['fetch']);
    expect(readBuilt('chrome-mv3', 'background.js')).toMatch(
      /credentials:\s*["'`]omit["'`],\s*redirect:\s*["'`]error["'`]/,
    );
  });

  test('the workers of our pages are there, and have no door to the network', () => {
    for (const path of PAGE_WORKERS) {
      expect(gzipKiB('chrome-mv3', [path]), path).toBeGreaterThan(5);
      expect(doors(readBuilt('chrome-mv3', path)), path).toEqual([]);
    }
  });

  test('content scripts turn no text into page or program', () => {
    for (const path of scripts()) expect(found(readBuilt('chrome-mv3', path), INJECTION), path).toEqual([]);
  });

  test('what is looked for would be found', () => {
    const program =
      'fetch(u);x.fetch(1);prefetch(2);new self.WebSocket(u);import(`https://x`);navigator.sendBeacon(u);h="XMLHttpRequest"';
    expect(doors(program)).toEqual(['fetch', 'WebSocket', 'import()', 'sendBeacon']);
    expect(found('document.write(a);eval(b)', INJECTION)).toHaveLength(2);
  });

  test('carries no source maps and nothing that loads from elsewhere', () => {
    const files = builtFiles('chrome-mv3');
    expect(files.filter((path) => path.endsWith('.map'))).toEqual([]);
    const pages = files.filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThanOrEqual(3);
    for (const page of pages)
      expect(readBuilt('chrome-mv3', page), page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
