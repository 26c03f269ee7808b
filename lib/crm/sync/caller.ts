import { SyncStopped, type FetchedJson, type FetchJson, type SyncSession } from '../adapter';

export type Request = Parameters<FetchJson>[0];

/** Makes calls of one CRM, one at a time, as slowly as its owner may expect. */
export interface Caller {
  /**
   * Asks, and asks again where the server is busy. @param request Made anew for every try: what it needs of the page
   * is kept nowhere.
   * @throws {SyncStopped} `busy` where the server stays so, or wants to be left alone for longer than a user waits.
   */
  readonly ask: (request: () => Request) => Promise<FetchedJson>;
  /** The same, for the body of a reply that is one: see {@link bodyOf}. */
  readonly json: (request: () => Request) => Promise<unknown>;
}

/** The server understood a call and will not have it: a field that it does not know, a part that is switched off. */
export class Declined extends Error {
  override readonly name = 'Declined';
}

/** True where the server answers, and this one call is not to be had of it. */
export function isDeclined(error: unknown): boolean {
  return error instanceof Declined || (error instanceof SyncStopped && error.reason === 'forbidden');
}

/** What a call gives, or `undefined` where it is declined: for what a sync can do without. */
export async function ifGranted<Value>(call: Promise<Value>): Promise<Value | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isDeclined(error)) return undefined;
    throw error;
  }
}

/** True where the server answers in a way that we do not know. */
export function isUnknown(error: unknown): boolean {
  return error instanceof SyncStopped && error.reason === 'layout-unknown';
}

/** As {@link ifGranted}, and `undefined` as well where the answer is none that we know. */
export async function ifUnderstood<Value>(call: Promise<Value>): Promise<Value | undefined> {
  try {
    return await ifGranted(call);
  } catch (error) {
    if (isUnknown(error)) return undefined;
    throw error;
  }
}

const patience = 6;
/** A server that asks for more than ten minutes is not to be asked again today. */
const longestWaitSeconds = 600;
const busy: readonly number[] = [429, 502, 503, 504];

/** At most four calls a second: the pace for a vendor's cloud. */
export const cloudPace = () => 250;

/** A pause as long as the last reply took: half of a self-hosted server's time is left to its users. */
export const hostedPace = (tookMs: number) => Math.min(tookMs, 30_000);

/** @param paceOf How long to pause before the next call, in milliseconds, from how long the last reply took. */
export function createCaller(
  { fetchJson, wait }: Pick<SyncSession, 'fetchJson' | 'wait'>,
  paceOf: (tookMs: number) => number,
): Caller {
  let pauseMs = 0;

  async function ask(request: () => Request): Promise<FetchedJson> {
    for (let attempt = 1; ; attempt += 1) {
      await wait(pauseMs);
      const reply = await fetchJson(request());
      pauseMs = paceOf(reply.tookMs);
      if (!busy.includes(reply.status)) return reply;
      const seconds = reply.retryAfterSeconds ?? 2 ** attempt;
      if (attempt >= patience || seconds > longestWaitSeconds) throw new SyncStopped('busy');
      await wait(seconds * 1000);
    }
  }

  return { ask, json: async (request) => bodyOf(await ask(request)) };
}

/**
 * The body of a good reply.
 * @throws {SyncStopped} where the session has ended, reading is not allowed, or the reply is none that we know.
 * @throws {Declined} where the server refuses this call.
 */
export function bodyOf({ status, body }: FetchedJson): unknown {
  if (status === 401) throw new SyncStopped('signed-out');
  if (status === 403) throw new SyncStopped('forbidden');
  if (status === 400 || status === 404) throw new Declined(`status ${status}`);
  // A body that was cut off, or a page to sign in on, is no JSON.
  if (status !== 200 || body === undefined) throw new SyncStopped('layout-unknown', `status ${status}`);
  return body;
}
