import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of an invented CRM. It shows nothing, so that all that is stored is what the harness sends from it. */
export interface CrmPage {
  readonly url: string;
  readonly host: string;
  readonly close: () => Promise<void>;
}

export async function serveCrmPage(): Promise<CrmPage> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(
      '<!doctype html><html lang="en"><title>Invented CRM</title><p>Nothing to read here.</p></html>',
    );
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  // A server that listens on a port has an AddressInfo, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    host: `127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
