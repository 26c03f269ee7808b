import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const PAGE =
  '<!doctype html><html lang="en"><title>CRM</title><p>A page of a CRM that shows no deals.</p></html>';

/** Serves one page without deals under every address, on this machine alone. */
export async function serveEmptyPage(): Promise<Served> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  return {
    // A server that listens on a port has an AddressInfo, never a pipe's name.
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
