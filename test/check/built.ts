import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './modules';

/** Set by `npm test`, which has just built: a missing build is then a failure, not a reason to skip. */
const MUST_BE_THERE = process.env['STAFET_BUILT'] === '1';

/** A build by its folder under `.output`; the last one is the benchmark's own. */
export type Target = 'chrome-mv3' | 'firefox-mv3' | 'bench/chrome-mv3';

/** Whether the checks of a build have to be left out: nothing is built, and nobody said that it is. */
export function isNotBuilt(target: Target): boolean {
  const missing = !existsSync(join(ROOT, '.output', target, 'manifest.json'));
  if (missing && !MUST_BE_THERE)
    console.warn(`Checks of .output/${target} are skipped: run npm run build first.`);
  return missing && !MUST_BE_THERE;
}

/** A built manifest; its values are what the checks are about, so none is taken for granted. */
export function readManifest(target: Target): Readonly<Record<string, unknown>> {
  // JSON that a manifest consists of is an object, or the browser would not load it.
  return JSON.parse(readBuilt(target, 'manifest.json')) as Record<string, unknown>;
}

/** Text of a file of the build. */
export function readBuilt(target: Target, path: string): string {
  return readFileSync(join(ROOT, '.output', target, path), 'utf8');
}

/** Paths of all files of the build, with `/`. */
export function builtFiles(target: Target): readonly string[] {
  const folder = join(ROOT, '.output', target);
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** Size of files together after gzip, in KiB. */
export function gzipKiB(target: Target, paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(readBuilt(target, path)).length, 0) / 1024;
}

/** Scripts that a page of the build loads at once: those it names, and whatever these import statically. */
export function firstScripts(target: Target, page: string): readonly string[] {
  const html = readBuilt(target, page);
  return scriptsFrom(
    target,
    [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\/?([^"]+\.js)"/g)].map(
      (match) => match[1] ?? '',
    ),
  );
}

/** These scripts and everything that they import statically. */
export function scriptsFrom(target: Target, start: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const waiting = [...start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    for (const [, to = ''] of readBuilt(target, path).matchAll(
      /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g,
    )) {
      waiting.push(new URL(to, `http://build/${folder}`).pathname.slice(1));
    }
  }
  return [...seen];
}
