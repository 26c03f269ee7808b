// Plain Node, no packages: this makes a fresh clone ready to run.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { ROOT, Sorry, run, runNpm, runTool, say } from './run.mjs';

const OLDEST_NODE = [20, 19];

/** Throws a sentence when this Node is older than the tools need. */
export function ensureNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = OLDEST_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Sorry(
    `Stafet needs Node ${OLDEST_NODE.join('.')} or later; this is Node ${version}. See https://nodejs.org.`,
  );
}

/** Installs the packages of `package-lock.json` when some are missing or of another version. */
export async function ensurePackages() {
  if (packagesAreCurrent()) return;
  say('Installing packages (npm ci) …');
  // A machine may be set up to leave development packages out; here they are the point.
  const quiet = ['--include=dev', '--no-audit', '--no-fund'];
  let result = await runNpm(['ci', ...quiet]);
  if (result.output.includes('EUSAGE')) {
    // npm leaves builds for other systems out of a lock file when it could not see them, and then refuses that file.
    say('npm ci refused the lock file; installing with npm install, which leaves it as it is …');
    result = await runNpm(['install', '--no-save', ...quiet]);
  }
  if (result.code === 0) return;
  throw new Sorry(
    `${result.output}\nThe packages could not be installed: npm ended with code ${result.code}.`,
  );
}

/**
 * Whether what npm says it installed is what the lock file asks for. Optional packages may be absent:
 * most of them are for other machines.
 */
export function packagesAreCurrent(root = ROOT) {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(installed);
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    const there = present[path];
    return there === undefined ? optional === true : there.version === version;
  });
}

function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
}

/** Writes the types that WXT generates, when they are missing or older than what they come from. */
export async function ensureTypes() {
  const written = modifiedAt('.wxt/tsconfig.json');
  const sources = ['wxt.config.ts', 'package-lock.json', 'lib/i18n/locales/en.yml'].map(modifiedAt);
  if (written > Math.max(...sources)) return;
  const { code, output } = await runTool('wxt', ['prepare']);
  if (code !== 0) throw new Sorry(`${output}\nWXT could not prepare the project's types.`);
}

function modifiedAt(path) {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Returns the path of a browser; installs Debian's `chromium` where that is possible, else says how to get one. */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get')) {
    if (process.getuid() !== 0) {
      throw new Sorry('No Chromium found. Install one with: sudo apt-get install chromium');
    }
    await installDebianChromium();
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Sorry(
    'No Chromium found. Install Chromium, Microsoft Edge or Google Chrome (version 144 or later), ' +
      'or set STAFET_CHROMIUM to the path of one.',
  );
}

async function installDebianChromium() {
  say('Installing Chromium (apt-get install chromium) …');
  const apt = (...args) =>
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium');
  let result = await install();
  if (result.code !== 0) {
    // A bare machine has no package lists, or stale ones.
    await apt('update');
    result = await install();
  }
  if (result.code !== 0) throw new Sorry(`${result.output}\nChromium could not be installed with apt-get.`);
}

/** Everything a fresh clone lacks, in order. Returns the browser's path, or `undefined` where none was asked for. */
export async function ensure({ browser = true } = {}) {
  ensureNode();
  await ensurePackages();
  await ensureTypes();
  return browser ? await ensureChromium() : undefined;
}
