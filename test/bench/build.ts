import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { build as viteBuild } from 'vite';
import { build } from '../tools/build.mjs';
import { ROOT } from '../tools/run.mjs';

/** A folder of its own: a benchmark must not replace the build that `npm run build` made. */
const OUT = '.output/bench';
const BASELINE = join(ROOT, 'test/bench/baseline');
const DEXIE = [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }];
/** What Stafet is built from. */
export const PRODUCT = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'test/config',
  'wxt.config.ts',
  'package-lock.json',
];

/** Folders of built extensions. */
export interface Builds {
  readonly ours: string;
  readonly baseline: string;
}

/** Builds Stafet and the baseline extension, each only where its sources have changed since the last time. */
export async function buildBoth(say: (text: string) => void): Promise<Builds> {
  const ours = join(ROOT, OUT, 'chrome-mv3');
  await ifChanged(ours, digestOf(PRODUCT), async () => {
    say('Building Stafet …');
    await build('chrome', { hosts: '', out: OUT });
  });
  const baseline = join(ROOT, OUT, 'baseline');
  await ifChanged(baseline, digestOf(['test/bench/baseline', 'package-lock.json']), async () => {
    say('Building the baseline …');
    await viteBuild({
      root: BASELINE,
      configFile: false,
      logLevel: 'error',
      plugins: [react()],
      resolve: { alias: DEXIE },
      build: {
        outDir: baseline,
        emptyOutDir: true,
        target: 'es2023',
        minify: 'terser',
        terserOptions: { ecma: 2020, compress: { passes: 2 } },
        rollupOptions: {
          input: ['popup.html', 'whole.html', 'bare.html'].map((page) => join(BASELINE, page)),
        },
      },
    });
  });
  return { ours, baseline };
}

/** One of our scripts that run inside the browser, as a program of one file. */
export async function buildDriver(name: 'content' | 'page' | 'worker' | 'counter'): Promise<string> {
  const built = await viteBuild({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: DEXIE },
    build: {
      write: false,
      target: 'es2023',
      minify: false,
      lib: { entry: join(ROOT, `test/bench/driver/${name}.ts`), formats: ['iife'], name: 'stafetBench' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error(`The driver ${name} built to nothing.`);
  return chunk.code;
}

/** One name for the content of these files and folders of the project. */
export function digestOf(paths: readonly string[]): string {
  const digest = createHash('sha256');
  for (const path of paths.flatMap((one) => filesIn(join(ROOT, one))))
    digest.update(relative(ROOT, path).replaceAll('\\', '/')).update(readFileSync(path));
  return digest.digest('hex').slice(0, 16);
}

function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}

async function ifChanged(folder: string, digest: string, make: () => Promise<void>): Promise<void> {
  const stamp = `${folder}.digest`;
  if (existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  rmSync(stamp, { force: true });
  await make();
  writeFileSync(stamp, digest);
}
