// Plain Node, no packages: this runs before anything is installed.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'ungoogled-chromium',
  'google-chrome-for-testing',
  'microsoft-edge-stable',
  'microsoft-edge',
  'google-chrome-stable',
  'google-chrome',
];

const MAC_APPS = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
];

const WINDOWS_PROGRAMS = [
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of an installed Chromium, Edge or Chrome, or `undefined` when there is none.
 * `STAFET_CHROMIUM` goes before everything; naming a file there that does not exist throws.
 * Chrome comes last: its own builds no longer take an extension from the command line.
 */
export function findChromium({ env = process.env, platform = process.platform } = {}) {
  const chosen = env.STAFET_CHROMIUM;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`STAFET_CHROMIUM names ${chosen}, which is not a program.`);
  }
  return candidates(env, platform).find(isProgram);
}

/** Where a browser may be, best first. */
function candidates(env, platform) {
  if (platform === 'darwin') {
    const roots = ['/Applications', join(env.HOME ?? '', 'Applications')];
    return MAC_APPS.flatMap((app) => roots.map((root) => join(root, app)));
  }
  if (platform === 'win32') {
    const roots = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(Boolean);
    return WINDOWS_PROGRAMS.flatMap((program) => roots.map((root) => join(root, program)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  folders.push('/usr/bin', '/usr/local/bin', '/snap/bin');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
