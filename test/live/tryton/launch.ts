import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { configure, DATABASE, databaseFile, seededDatabase, serverFolder } from './database';
import { installTryton, SERVER, PYTHON } from './packages';
import { callTryton } from './rpc';

export { trytonAvailable } from './packages';

export interface TrytonOptions {
  /** Folder for cached databases and the running server's files; made when missing. */
  readonly home: string;
  /** A free port is chosen when left out. */
  readonly port?: number;
  readonly deals: number;
  /** How many deals have a history of several revisions (default 300, at most `deals`). */
  readonly rich?: number;
  /** No seeded revision is later (`YYYY-MM-DD`); default: the first day of this month, UTC. */
  readonly today?: string;
  readonly password?: string;
}

export interface RunningTryton {
  /** `http://127.0.0.1:<port>`; the web client opens the database at `<url>/#<database>`. */
  readonly url: string;
  readonly database: string;
  /** `english` and `german` are ordinary sales logins; all share one password. */
  readonly logins: { readonly english: string; readonly german: string; readonly admin: string };
  /** Every ordinary login, the two above among them. */
  readonly reps: readonly string[];
  readonly password: string;
  readonly databaseFile: string;
  /** Ends this server, and no other, and deletes its copy of the database. */
  readonly stop: () => Promise<void>;
}

const REPS = [
  'alma.brink',
  'bror.testrup',
  'cleo.marshfield',
  'dorit.engelbeck',
  'ebbe.soenderaa',
  'fenja.holmquist',
];
const LOGINS = { english: 'alma.brink', german: 'dorit.engelbeck', admin: 'admin' };
/** For a throw-away server on the loopback interface; protects nothing. */
const PASSWORD = 'Stafet-live-1';

/**
 * Starts a real Tryton 6.0 with invented deals on 127.0.0.1, installing it when it is missing.
 * Every start has its own fresh copy of the seeded database, so a test may write to it.
 */
export async function startTryton(options: TrytonOptions): Promise<RunningTryton> {
  installTryton();
  const home = resolve(options.home);
  const password = options.password ?? PASSWORD;
  const seeded = await seededDatabase({
    home,
    deals: options.deals,
    rich: Math.min(options.rich ?? 300, options.deals),
    today: options.today ?? firstOfMonth(new Date()),
    password,
  });
  const port = options.port ?? (await freePort());
  const folder = serverFolder(home, 'server');
  copyFileSync(seeded, databaseFile(folder));
  const log = join(folder, 'trytond.log');
  const output = openSync(log, 'w');
  const server = spawn(PYTHON, [SERVER, '-c', configure(folder, port), '-d', DATABASE], {
    env: { ...process.env, PYTHONWARNINGS: 'ignore' },
    stdio: ['ignore', output, output],
  });
  const stop = stopper(server, folder);
  const url = `http://127.0.0.1:${port}`;
  try {
    await answers(url, server);
  } catch (error) {
    const tail = readFileSync(log, 'utf8').slice(-2000);
    await stop();
    throw new Error(`trytond did not start: ${tail}`, { cause: error });
  }
  return {
    url,
    database: DATABASE,
    logins: LOGINS,
    reps: REPS,
    password,
    databaseFile: databaseFile(folder),
    stop,
  };
}

function stopper(server: ChildProcess, folder: string): () => Promise<void> {
  const end = (): void => void server.kill('SIGKILL');
  // A test run that throws must not leave a server behind.
  process.once('exit', end);
  return async () => {
    process.off('exit', end);
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolved) => server.once('exit', resolved));
      server.kill('SIGTERM');
      const patience = setTimeout(end, 5_000);
      await ended;
      clearTimeout(patience);
    }
    rmSync(folder, { recursive: true, force: true });
  };
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    if (server.exitCode !== null) throw new Error(`trytond ended with code ${server.exitCode}`);
    const names = await callTryton(url, '', { method: 'common.db.list', params: [] }).catch(() => undefined);
    if (Array.isArray(names) && names.includes(DATABASE)) return;
    await new Promise((resolved) => setTimeout(resolved, 250));
  }
  throw new Error('no answer within 60 s');
}

function freePort(): Promise<number> {
  return new Promise((resolved, rejected) => {
    const probe = createServer();
    probe.once('error', rejected);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolved(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function firstOfMonth(now: Date): string {
  return `${now.toISOString().slice(0, 7)}-01`;
}
