import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answer, type Answer, type ApiOptions } from './api';
import { loadAssets, type Asset } from './assets';
import { readJson } from './body';
import { DAY, dayOf, startOf } from './days';
import { generate } from './generate';
import { createStore, type Store } from './store';
import type { Demo } from './types';

export interface DemoOptions {
  /** 0 takes a free one. */
  readonly port?: number;
  readonly seed?: number;
  /** `YYYY-MM-DD`; the CRM's day, on which edits are stamped too. Without it, the day of the start in UTC. */
  readonly today?: string;
  readonly host?: string;
}

export interface RunningDemo {
  /** The origin, without a slash at the end. */
  readonly url: string;
  /** What the CRM holds, edits included; `handoffs` are those of the generator. */
  readonly data: Demo;
  close(): Promise<void>;
}

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** Serves the sample CRM on this machine until it is closed. Nothing is kept. */
export async function startDemo(options: DemoOptions = {}): Promise<RunningDemo> {
  const { port = 0, seed = 1, today = dayOf(Date.now()), host = '127.0.0.1' } = options;
  const assets = await loadAssets();
  const generated = generate({ seed, today });
  const changes = [...generated.changes];
  const store = createStore(generated.deals, changes);
  const api: ApiOptions = { today, now: () => startOf(today) + (Date.now() % DAY) };

  const server = createServer((request, response) => {
    respond({ request, response, store, assets, api }).catch(() => {
      // The browser went away in the middle of a request; there is nobody to tell.
      response.destroy();
    });
  });
  await listen(server, port, host);
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return { url: `http://${host}:${bound}`, data: { ...generated, changes }, close: () => close(server) };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly store: Store;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly api: ApiOptions;
}

async function respond({ request, response, store, assets, api }: Exchange): Promise<void> {
  const method = request.method ?? 'GET';
  const target = `http://demo.invalid${request.url ?? '/'}`;
  const send = (status: number, type: string, body: string | Buffer): void => {
    response
      .writeHead(status, { ...HEADERS, 'content-type': type })
      .end(method === 'HEAD' ? undefined : body);
  };
  const sendJson = ({ status, json }: Answer): void =>
    send(status, 'application/json; charset=utf-8', JSON.stringify(json));

  if (!URL.canParse(target)) return sendJson({ status: 400, json: { error: 'not a path' } });
  const url = new URL(target);
  if (url.pathname.startsWith('/api/')) {
    if (method !== 'PATCH') return sendJson(answer(store, { method, url }, api));
    const body = await readJson(request);
    if (body.kind === 'refused') return sendJson({ status: body.status, json: { error: body.error } });
    return sendJson(answer(store, { method, url, body: body.json }, api));
  }
  if (method !== 'GET' && method !== 'HEAD') return sendJson({ status: 405, json: { error: 'only GET' } });
  if (url.pathname === '/') return void response.writeHead(302, { location: `/deals${url.search}` }).end();
  if (url.pathname === '/favicon.ico') return void response.writeHead(204).end();

  const isPage = url.pathname === '/deals' || /^\/deals\/[^/]+$/.test(url.pathname);
  const asset = assets.get(isPage ? 'index.html' : url.pathname.replace(/^\/assets\//, ''));
  if (asset === undefined) return send(404, 'text/plain; charset=utf-8', 'Not found');
  return send(200, asset.type, asset.body);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
