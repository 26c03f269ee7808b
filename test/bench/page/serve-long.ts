import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const FOLDER = new URL('./public/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  'long.html': 'text/html; charset=utf-8',
  'long.css': 'text/css; charset=utf-8',
  'long.js': 'text/javascript; charset=utf-8',
  'deals.js': 'text/javascript; charset=utf-8',
  'table.js': 'text/javascript; charset=utf-8',
  'virtual.js': 'text/javascript; charset=utf-8',
  'script.js': 'text/javascript; charset=utf-8',
  'record.js': 'text/javascript; charset=utf-8',
};

export interface LongPages {
  /** The origin, without a slash at the end: `/deals` is the table, `/deals?list=virtual` the virtual list. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the pages of long lists on this machine; the browser draws their rows. */
export async function serveLong(): Promise<LongPages> {
  const files = new Map(
    await Promise.all(
      Object.keys(TYPES).map(async (name) => [name, await readFile(new URL(name, FOLDER))] as const),
    ),
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://long.invalid');
    const name = /^\/deals(?:\/\d+)?$/.test(pathname) ? 'long.html' : pathname.replace(/^\/assets\//, '');
    const body = files.get(name);
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    if (body === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[name], 'cache-control': 'no-store' }).end(body);
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  // A server that listens on a port has an AddressInfo, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => void server.close(() => closed()));
    },
  };
}
