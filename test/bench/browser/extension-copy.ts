import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One extension in the measured browser: a copy of a build under an id of its own, and so with a store of its own. */
export interface ExtensionCopy {
  readonly name: string;
  /** Folder of the build. */
  readonly from: string;
  /** Match patterns that it is granted. */
  readonly hosts: readonly string[];
  /** The page that its button opens; it gets the probe. */
  readonly popup: string;
}

const PROBE = join(import.meta.dirname, '../probe/probe.js');
const PROBE_NAME = 'bench-probe.js';

/** The id that Chromium gives the copy of that name, wherever its folder is: the store of a kept profile is found again. */
export function idOf(name: string): string {
  const digest = createHash('sha256').update(keyOf(name)).digest().subarray(0, 16);
  return [...digest].map((byte) => letter(byte >> 4) + letter(byte & 15)).join('');
}

/** Address of a page of the copy of that name. */
export function urlOf(name: string, page: string): string {
  return `chrome-extension://${idOf(name)}/${page}`;
}

/** Copies the build into `folder` with its own id and permissions, and puts the probe before its popup's scripts. */
export function placeCopy({ name, from, hosts, popup }: ExtensionCopy, folder: string): void {
  cpSync(from, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  // The manifest of our own build: its shape is known.
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const own = {
    name,
    key: keyOf(name).toString('base64'),
    host_permissions: hosts,
    action: { default_popup: popup },
  };
  writeFileSync(file, JSON.stringify({ ...manifest, ...own }));
  cpSync(PROBE, join(folder, PROBE_NAME));
  const page = join(folder, popup);
  const html = readFileSync(page, 'utf8');
  const probed = html.replace(/<head>/i, `<head><script src="/${PROBE_NAME}"></script>`);
  if (probed === html) throw new Error(`${popup} of ${name} has no head to put the probe into.`);
  writeFileSync(page, probed);
}

/** Chromium makes the id from these bytes and checks nothing else of them. */
function keyOf(name: string): Buffer {
  return Buffer.from(`stafet bench ${name}`);
}

function letter(nibble: number): string {
  return String.fromCharCode(97 + nibble);
}
