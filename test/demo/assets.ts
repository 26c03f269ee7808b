import { readFile } from 'node:fs/promises';

export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

const FOLDER = new URL('./public/', import.meta.url);
const TYPES = {
  'index.html': 'text/html; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
  'app.js': 'text/javascript; charset=utf-8',
  'board.js': 'text/javascript; charset=utf-8',
  'dom.js': 'text/javascript; charset=utf-8',
  'format.js': 'text/javascript; charset=utf-8',
  'form.js': 'text/javascript; charset=utf-8',
  'labels.js': 'text/javascript; charset=utf-8',
  'list.js': 'text/javascript; charset=utf-8',
  'record.js': 'text/javascript; charset=utf-8',
  'route.js': 'text/javascript; charset=utf-8',
} as const;

/** Reads the page's files; only these exist for the server, whatever path is asked for. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const files = await Promise.all(
    Object.entries(TYPES).map(
      async ([name, type]) => [name, { type, body: await readFile(new URL(name, FOLDER)) }] as const,
    ),
  );
  return new Map(files);
}
