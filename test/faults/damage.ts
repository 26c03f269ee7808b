import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Draw } from '../demo/draw';
import { filesOf, type StoreName } from './stores';

/** One way in which a store on disk is damaged between two sessions. */
export interface Recipe {
  readonly store: StoreName;
  readonly what: keyof typeof damages;
}

/** Does the damage in one LevelDB folder; false where the folder has nothing of the kind. */
type Damage = (folder: string, draw: Draw) => boolean;

export const damages = {
  'CURRENT deleted': (folder) => remove([join(folder, 'CURRENT')]),
  'MANIFEST cut': (folder, draw) => change(manifests(folder), (path) => cut(path, draw)),
  'MANIFEST garbled': (folder, draw) => change(manifests(folder), (path) => garble(path, draw)),
  'an .ldb deleted': (folder, draw) => change(some(filesOf(folder, '.ldb'), draw), (path) => rmSync(path)),
  'the .log deleted': (folder) => remove(filesOf(folder, '.log')),
  'bytes flipped in an .ldb': (folder, draw) =>
    change(some(filesOf(folder, '.ldb'), draw), (path) => flip(path, draw)),
  'bytes flipped in the .log': (folder, draw) => change(filesOf(folder, '.log'), (path) => flip(path, draw)),
  'folder deleted': (folder) => {
    rmSync(folder, { recursive: true });
    return true;
  },
} as const satisfies Record<string, Damage>;

/** Every recipe: each way on the deals' own store, on the mirror, and the two that `storage.local` can meet. */
export const recipes: readonly Recipe[] = [
  ...(['primary', 'mirror'] as const).flatMap((store) =>
    (Object.keys(damages) as Recipe['what'][]).map((what) => ({ store, what })),
  ),
  { store: 'local', what: 'bytes flipped in the .log' },
  { store: 'local', what: 'MANIFEST garbled' },
  { store: 'local', what: 'folder deleted' },
];

function manifests(folder: string): readonly string[] {
  return filesOf(folder, '').filter((path) => /MANIFEST-\d+$/.test(path));
}

function some(paths: readonly string[], draw: Draw): readonly string[] {
  return paths.length === 0 ? [] : [draw.pick(paths)];
}

function change(paths: readonly string[], work: (path: string) => void): boolean {
  const whole = paths.filter((path) => statSync(path).size > 0);
  for (const path of whole) work(path);
  return whole.length > 0;
}

function remove(paths: readonly string[]): boolean {
  return change(paths, (path) => rmSync(path));
}

function cut(path: string, draw: Draw): void {
  truncateSync(path, draw.whole(0, statSync(path).size - 1));
}

function garble(path: string, draw: Draw): void {
  writeFileSync(
    path,
    readFileSync(path).map(() => draw.whole(0, 255)),
  );
}

/** Turns over eight bits, each somewhere in the file. */
function flip(path: string, draw: Draw): void {
  const bytes = readFileSync(path);
  for (let nth = 0; nth < 8; nth += 1) {
    const at = draw.whole(0, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << draw.whole(0, 7));
  }
  writeFileSync(path, bytes);
}
