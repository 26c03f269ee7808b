import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where Debian's packages put the interpreter and the web client. */
export const PYTHON = '/usr/bin/python3';
export const WEB_CLIENT = '/usr/share/tryton-sao/www';
export const ADMIN_TOOL = '/usr/bin/trytond-admin';
export const SERVER = '/usr/bin/trytond';

/** The only series these tests speak for. */
const SERIES = '6.0';
const PACKAGES = ['tryton-server', 'tryton-sao', 'tryton-modules-sale-opportunity'];

/** Whether the live tests can run here, and if not, a sentence that says why. */
export type Availability = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** Says whether Tryton 6.0 is installed, or could be by `installTryton`. Changes nothing. */
export function trytonAvailable(): Availability {
  if (process.platform !== 'linux') return no('Tryton is started from Debian packages: this is not Linux');
  if (installed()) {
    const series = installedSeries();
    return series === SERIES ? { ok: true } : no(`Tryton ${series} is installed; these tests need ${SERIES}`);
  }
  if (!existsSync('/usr/bin/apt-get')) return no('Tryton is not installed and there is no apt-get');
  if (process.getuid?.() !== 0)
    return no(`Tryton is not installed; as root: apt-get install ${PACKAGES.join(' ')}`);
  const candidate = aptCandidate();
  // Before the first `apt-get update` no version is known: installing will tell.
  if (candidate !== undefined && !candidate.startsWith(`${SERIES}.`)) {
    return no(`this Debian offers Tryton ${candidate}; these tests need ${SERIES}`);
  }
  return { ok: true };
}

/** Installs what is missing. Throws when it cannot, or when another series comes with it. */
export function installTryton(): void {
  const before = trytonAvailable();
  if (!before.ok) throw new Error(before.why);
  if (installed()) return;
  try {
    aptGet('install', '-y', '--no-install-recommends', ...PACKAGES);
  } catch {
    // Package lists may be absent or stale: refresh them only when needed.
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', ...PACKAGES);
  }
  const after = trytonAvailable();
  if (!after.ok) throw new Error(after.why);
}

/** The installed versions, as a key for what is cached from them. */
export function installedVersions(): string {
  return quietly('dpkg-query', ['-W', '-f=${Package}=${Version}\n', ...PACKAGES]) ?? '';
}

function installed(): boolean {
  const states = quietly('dpkg-query', ['-W', '-f=${db:Status-Status}\n', ...PACKAGES]);
  return (
    states
      ?.trim()
      .split('\n')
      .filter((state) => state === 'installed').length === PACKAGES.length
  );
}

function installedSeries(): string {
  const version = quietly(PYTHON, ['-c', 'import trytond; print(trytond.__version__)'])?.trim() ?? 'unknown';
  return version.split('.').slice(0, 2).join('.');
}

function aptCandidate(): string | undefined {
  return /Candidate: (\d\S*)/.exec(quietly('apt-cache', ['policy', 'tryton-server']) ?? '')?.[1];
}

function aptGet(...command: string[]): void {
  execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...command], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function quietly(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(command, [...args], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

function no(why: string): Availability {
  return { ok: false, why };
}
