import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from '@playwright/test';

/** What left the browser, or tried to. */
export interface Outbound {
  /** The proxy that refuses and remembers every request to another machine. */
  readonly proxy: string;
  /** Requests to neither an allowed origin nor the extension. Empty is what the privacy promise means. */
  readonly strangers: () => readonly string[];
  /** Every request seen so far, allowed or not. */
  readonly all: () => readonly string[];
  /** Adds an origin (`http://127.0.0.1:8080`) that pages may speak to: the CRM's own. */
  readonly allow: (origin: string) => void;
  readonly follow: (context: BrowserContext) => void;
  readonly stop: () => Promise<void>;
}

/** The browser's own errands (sign-in state, component updates), which no extension can start. */
const BROWSERS_OWN = /^(?:[\w-]+\.)*(?:google\.com|googleapis\.com|gvt1\.com|microsoft\.com|bing\.com)$/;
const NO_NETWORK = /^(?:chrome-extension|chrome|chrome-untrusted|devtools|data|blob|about):/;

/** Starts the proxy and the list. `hosts` are match patterns whose origins are allowed from the start. */
export async function watchOutbound(hosts: readonly string[]): Promise<Outbound> {
  const allowed = new Set(hosts.map((pattern) => pattern.replace(/\/\*$/, '')));
  const seen: string[] = [];
  const refused: string[] = [];
  const server = refusingProxy((host, request) => {
    // A browser gets ready to speak to a page's host, also where a test answers in its place.
    const isAllowed = [...allowed].some(
      (origin) => URL.canParse(origin) && new URL(origin).hostname === host,
    );
    if (!BROWSERS_OWN.test(host) && !isAllowed) refused.push(request);
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  // A server that listens on a port has an AddressInfo, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  const isStranger = (url: string): boolean => !NO_NETWORK.test(url) && !allowed.has(new URL(url).origin);
  return {
    proxy: `http://127.0.0.1:${port}`,
    strangers: () => [...seen.filter(isStranger), ...refused],
    all: () => seen,
    allow: (origin) => void allowed.add(new URL(origin).origin),
    follow: (context) => void context.on('request', (request) => void seen.push(request.url())),
    stop: () => closed(server),
  };
}

function refusingProxy(onRequest: (host: string, request: string) => void): Server {
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    onRequest(URL.canParse(url) ? new URL(url).hostname : url, `${request.method} ${url}`);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    onRequest((request.url ?? '').replace(/:\d+$/, ''), `CONNECT ${request.url}`);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  return server;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => void server.close(() => done()));
}
