import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Placement {
  /** Folder of a built extension; default `STAFET_BUILD`, else `.output/chrome-mv3`. */
  readonly extension?: string;
  /** Match patterns granted from the start; the build's own when left out. */
  readonly hosts?: readonly string[];
  /** Optional permissions that this copy has from the start: no test can click on the browser's question. */
  readonly given?: readonly string[];
  /** Permissions of the build that this copy does without. */
  readonly without?: readonly string[];
}

/** Copies the build beside a profile, so that its permissions can be those of this launch. @returns Its folder. */
export function placeExtension(
  home: string,
  { extension, hosts, given = [], without = [] }: Placement,
): string {
  const built = resolve(ROOT, extension ?? process.env['STAFET_BUILD'] ?? '.output/chrome-mv3');
  if (!existsSync(join(built, 'manifest.json')))
    throw new Error(`Nothing is built in ${built}: run npm run build first.`);
  const placed = join(home, 'extension');
  cpSync(built, placed, { recursive: true });
  const file = join(placed, 'manifest.json');
  // The manifest is our own build's: its shape is known.
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown> & {
    permissions: readonly string[];
  };
  const permissions = [
    ...manifest.permissions.filter((permission) => !without.includes(permission)),
    ...given,
  ];
  const granted = hosts === undefined ? {} : { host_permissions: hosts };
  writeFileSync(file, JSON.stringify({ ...manifest, permissions, ...granted }));
  return placed;
}
