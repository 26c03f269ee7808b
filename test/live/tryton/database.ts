import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ADMIN_TOOL, installedVersions, PYTHON, WEB_CLIENT } from './packages';

/** The database's name, which is also its file's (`<name>.sqlite`) and its path on the server. */
export const DATABASE = 'tryton';

const run = promisify(execFile);
const SCRIPTS = import.meta.dirname;

/** What the seeded database depends on; the same recipe gives the same deals. */
export interface Recipe {
  readonly home: string;
  readonly deals: number;
  /** How many of them have several revisions. */
  readonly rich: number;
  /** No seeded revision is later than this day (`YYYY-MM-DD`). */
  readonly today: string;
  readonly password: string;
}

/**
 * A seeded database file for the recipe. Both steps are kept under `home`: the empty database
 * (25 s) and the seeded one (10 s for 2,000 deals), so a second call only finds it.
 */
export async function seededDatabase(recipe: Recipe): Promise<string> {
  const base = await cached(recipe.home, 'base', [installedVersions()], async (folder) => {
    const password = join(folder, 'password');
    writeFileSync(password, `${recipe.password}\n`, { mode: 0o600 });
    writeFileSync(databaseFile(folder), '');
    await python(
      [ADMIN_TOOL, '-c', configure(folder, 0), '-d', DATABASE, '-u', 'sale_opportunity'].concat([
        '--activate-dependencies',
        '-l',
        'de',
        '--email',
        'admin@example.com',
      ]),
      { TRYTONPASSFILE: password },
    );
  });
  const inputs = [base, recipe.today, recipe.password, String(recipe.deals), String(recipe.rich)];
  const scripts = ['deals.py', 'seed.py'].map((name) => readFileSync(join(SCRIPTS, name), 'utf8'));
  return cached(recipe.home, 'seeded', [...inputs, ...scripts], async (folder) => {
    copyFileSync(base, databaseFile(folder));
    await python(
      [join(SCRIPTS, 'seed.py'), '--config', configure(folder, 0), '--database', DATABASE].concat([
        '--deals',
        String(recipe.deals),
        '--rich',
        String(recipe.rich),
        '--today',
        recipe.today,
      ]),
      { TRYTON_PASSWORD: recipe.password },
    );
  });
}

/** The SQLite file of a server folder. */
export function databaseFile(folder: string): string {
  return join(folder, 'db', `${DATABASE}.sqlite`);
}

/** Writes the server's configuration into a folder and returns its path. */
export function configure(folder: string, port: number): string {
  const path = join(folder, 'trytond.conf');
  const lines = ['[web]', `listen = 127.0.0.1:${port}`, `root = ${WEB_CLIENT}`, ''];
  lines.push('[database]', 'uri = sqlite://', `path = ${join(folder, 'db')}`, '');
  lines.push('[session]', 'timeout = 43200', '');
  writeFileSync(path, lines.join('\n'));
  return path;
}

/** A fresh folder under `home` with room for a database. */
export function serverFolder(home: string, name: string): string {
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(join(home, `${name}-`));
  mkdirSync(join(folder, 'db'));
  return folder;
}

async function cached(
  home: string,
  name: string,
  inputs: readonly string[],
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const key = createHash('sha256').update(inputs.join('\0')).digest('hex').slice(0, 12);
  const file = join(home, `${name}-${key}.sqlite`);
  if (existsSync(file)) return file;
  const folder = serverFolder(home, `building-${name}`);
  try {
    await build(folder);
    // Two builders at once only waste work: the last rename wins, and both files are alike.
    renameSync(databaseFile(folder), file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return file;
}

async function python(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  await run(PYTHON, [...args], {
    env: { ...process.env, ...env, PYTHONWARNINGS: 'ignore', PYTHONDONTWRITEBYTECODE: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
}
