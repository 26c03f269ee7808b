import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findChromium } from '../tools/find-chromium.mjs';
import { atExit } from './at-exit';
import { type Cdp, speakCdp } from './cdp';
import { pause } from './pause';

/** A running Chromium that is there to be killed. */
export interface Browser {
  readonly cdp: Cdp;
  /** SIGKILL for it and all that it started, at once; resolves when none of them runs any more. */
  readonly kill: () => Promise<void>;
  /** Ends it as its user would; kills it where it does not end in ten seconds. */
  readonly close: () => Promise<void>;
  readonly isRunning: () => boolean;
}

/**
 * Starts a Chromium without a window on the profile in `home`, with the extension that lies in it. Playwright is not
 * used here: it starts more slowly, and does not let go of a browser that is killed under it.
 */
export function startBrowser(home: string, extension: string): Browser {
  const path = findChromium();
  if (path === undefined) throw new Error('No Chromium found; `npm test` says how to get one.');
  const profile = join(home, 'profile');
  // A killed browser leaves its lock; another process may bear its number by now.
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(profile, name), { force: true });
  const child = spawn(path, switches(profile, extension), {
    // A group of its own, so that one signal reaches every process of it.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>(
    (done) => void child.once('exit', () => done()).once('error', () => done()),
  );
  // Opened as pipes just above: the first is written, the second read.
  const cdp = speakCdp(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const killNow = atExit(() => killTree(child));
  const kill = async (): Promise<void> => {
    killNow();
    await exited;
    await groupHasEnded(child);
  };
  const close = async (): Promise<void> => {
    cdp.send('Browser.close').catch(() => {});
    const late = setTimeout(() => killTree(child), 10_000);
    await exited;
    clearTimeout(late);
    await kill();
  };
  return { cdp, kill, close, isRunning };
}

function switches(profile: string, extension: string): string[] {
  return [
    '--headless',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--remote-debugging-pipe',
    // Lets a run read and answer inside the extension's own pages.
    '--enable-unsafe-extension-debugging',
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--no-first-run',
    '--no-default-browser-check',
    '--hide-crash-restore-bubble',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-breakpad',
    '--disable-gpu',
    '--password-store=basic',
    '--use-mock-keychain',
    '--lang=en',
    'about:blank',
  ];
}

function killTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') execFileSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // It had ended already.
  }
}

/** Waits until the last process of the browser's group is gone: until then one could still write. */
async function groupHasEnded({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined || process.platform === 'win32') return;
  for (let waited = 0; waited < 5000; waited += 10) {
    if (!groupRuns(pid)) return;
    await pause(10);
  }
  throw new Error('The killed browser still runs.');
}

function groupRuns(group: number): boolean {
  try {
    process.kill(-group, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  // In a container whose first process buries nobody, the dead stay in the group: they write nothing.
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, , itsGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(itsGroup) === group && state !== 'Z';
    } catch {
      return false;
    }
  });
}
