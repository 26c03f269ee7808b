import type { AllowedCall, FetchJson } from './adapter';

export interface FetchJsonOptions {
  /** The page's own origin; nothing else is ever called. */
  readonly origin: string;
  readonly allow: readonly AllowedCall[];
  readonly signal: AbortSignal;
  /** The browser's own, unless a test brings another. */
  readonly fetch?: typeof globalThis.fetch;
}

type Call = Parameters<FetchJson>[0];

/** A call that the adapter's own allow-list forbids: a mistake in the adapter, never a fact of the page. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
}

/**
 * The only way to the network in a content script: JSON from the page's own origin, by calls that the adapter has
 * declared to be reads. Follows no redirect (a login page answers with one), stores nothing in the cache.
 *
 * @throws CallRefused for any call that is not on the list, before anything is sent; TypeError where there is no network
 */
export function makeFetchJson({
  origin,
  allow,
  signal,
  fetch = globalThis.fetch,
}: FetchJsonOptions): FetchJson {
  return async (call) => {
    const url = checkedUrl(call, origin, allow);
    const headers = new Headers(call.headers);
    headers.set('accept', 'application/json');
    if (call.body !== undefined) headers.set('content-type', 'application/json');
    const started = performance.now();
    const reply = await fetch(url.href, {
      method: call.verb,
      headers,
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      redirect: 'error',
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
    });
    const body = parseJson(await reply.text());
    const tookMs = performance.now() - started;
    const retryAfterSeconds = secondsToWait(reply.headers.get('retry-after'), reply.headers.get('date'));
    return {
      status: reply.status,
      body,
      tookMs,
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    };
  };
}

function checkedUrl(call: Call, origin: string, allow: readonly AllowedCall[]): URL {
  if (!call.path.startsWith('/')) throw new CallRefused(`not a path of this origin: ${call.path}`);
  const url = new URL(call.path, origin);
  if (url.origin !== new URL(origin).origin) throw new CallRefused(`another origin: ${url.origin}`);
  // Dots and backslashes make the address another one than the text says.
  if (url.pathname + url.search !== call.path) throw new CallRefused(`path is not plain: ${call.path}`);
  const known = allow.filter(({ path }) => isWhole(path, url.pathname) || isWhole(path, call.path));
  if (known.length === 0) throw new CallRefused(`path is not on the list: ${url.pathname}`);
  const rightVerb = known.filter(({ verb }) => verb === call.verb);
  if (rightVerb.length === 0) throw new CallRefused(`${call.verb} is not allowed for ${url.pathname}`);
  if (call.verb === 'GET' && call.body !== undefined) throw new CallRefused('GET has no body');
  const { pathname } = url;
  const isRead = rightVerb.some(
    ({ rpcMethods, reads }) =>
      (rpcMethods === undefined || isListedMethod(call.body, rpcMethods)) &&
      (reads === undefined || reads(call.body, pathname)),
  );
  if (!isRead) throw new CallRefused(`method is not on the list for ${pathname}`);
  return url;
}

/** Exact match, also where the pattern forgot its anchors or keeps a place between calls. */
function isWhole({ source, flags }: RegExp, text: string): boolean {
  return new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, '')).test(text);
}

function isListedMethod(body: unknown, methods: readonly string[]): boolean {
  if (typeof body !== 'object' || body === null || !('method' in body)) return false;
  return typeof body.method === 'string' && methods.includes(body.method);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `Retry-After` as seconds or as a date; the reply's own date is the clock it is meant by. */
function secondsToWait(header: string | null, date: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d{1,6}\s*$/.test(header)) return Number(header);
  const until = Date.parse(header);
  const now = date === null ? Date.now() : Date.parse(date);
  return Number.isFinite(until - now) ? Math.max(0, Math.ceil((until - now) / 1000)) : undefined;
}
