import { SyncStopped, type SyncSession } from '../adapter';
import { isRecord } from '../sync/guards';
import { seenAsUser } from './seen-as';
import { trytonSession } from './session';

/** The methods that a sync calls: every one of them only reads. */
export const readingMethods = [
  'model.sale.opportunity.search_read',
  'model.sale.opportunity.search_count',
  'model.sale.opportunity.history_revisions',
  'model.sale.opportunity.read',
  'model.company.employee.read',
  'model.res.user.get_preferences',
] as const;

export type ReadingMethod = (typeof readingMethods)[number];

/** Calls of one database, one at a time, each after a pause as long as the last reply took. */
export interface Rpc {
  /**
   * @returns The reply's `result`. @throws {SyncStopped} where the session has ended, reading is not allowed, or the
   * server stays busy.
   */
  readonly call: (
    method: ReadingMethod,
    parameters: readonly unknown[],
    context?: Readonly<Record<string, unknown>>,
  ) => Promise<unknown>;
  /**
   * As whom the server answers now. Its rules go by the company that it has stored for the user, which another tab
   * may have changed, and not by the company of the page's own context. `undefined` where it does not tell.
   */
  readonly seenAs: () => Promise<string | undefined>;
}

/** Thrown where the server understood a call and answered with an error of its own. */
class TrytonError extends Error {
  override readonly name = 'TrytonError';
}

/** True where the server answers, and this one call is not to be had of it. */
export function isDeclined(error: unknown): boolean {
  return error instanceof TrytonError || (error instanceof SyncStopped && error.reason === 'forbidden');
}

const patience = 6;
const preferences = 'model.res.user.get_preferences' satisfies ReadingMethod;

export function createRpc(session: SyncSession, database: string): Rpc {
  const userId = trytonSession(session.page, database)?.userId;
  let pauseMs = 0;
  let id = 0;

  async function post(
    method: ReadingMethod,
    parameters: readonly unknown[],
    extra: Readonly<Record<string, unknown>>,
  ) {
    const user = trytonSession(session.page, database);
    if (user === undefined) throw new SyncStopped('signed-out');
    // Somebody else has signed in, here or in another tab: their deals are another listing.
    if (user.userId !== userId) throw new SyncStopped('access-changed');
    const { locale: _, ...context } = user.context;
    return session.fetchJson({
      path: `/${encodeURIComponent(database)}/`,
      verb: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: user.authorization,
        // Without it an ended session makes the browser ask for a password in a box of its own.
        'X-Requested-With': 'XMLHttpRequest',
      },
      body: {
        id: (id += 1),
        method,
        // Asked with the page's context, the preferences would say what the page believes, not what is stored.
        params: [...parameters, method === preferences ? {} : { ...context, ...extra }],
      },
    });
  }

  async function call(
    method: ReadingMethod,
    parameters: readonly unknown[],
    extra: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      await session.wait(pauseMs);
      const reply = await post(method, parameters, extra);
      pauseMs = Math.min(reply.tookMs, 30_000);
      if (reply.status === 429 || reply.status === 503) {
        if (attempt >= patience) throw new SyncStopped('busy');
        await session.wait((reply.retryAfterSeconds ?? 2 ** attempt) * 1000);
        continue;
      }
      return resultOf(reply.status, reply.body);
    }
  }

  async function seenAs(): Promise<string | undefined> {
    try {
      const stored = await call(preferences, [true]);
      return userId === undefined ? undefined : seenAsUser(userId, stored);
    } catch (error) {
      if (isDeclined(error)) return undefined;
      throw error;
    }
  }

  return { call, seenAs };
}

function resultOf(status: number, body: unknown): unknown {
  if (status === 401) throw new SyncStopped('signed-out');
  if (status === 403) throw new SyncStopped('forbidden');
  if (status !== 200 || !isRecord(body)) throw new SyncStopped('layout-unknown', `status ${status}`);
  if (Array.isArray(body['error'])) throw new TrytonError('refused by the server');
  if (!('result' in body)) throw new SyncStopped('layout-unknown', 'no result');
  return body['result'];
}
