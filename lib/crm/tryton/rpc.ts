import { SyncStopped, type SyncSession } from '../adapter';
import { createCaller, Declined, hostedPace, ifGranted, type Request } from '../sync/caller';
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

const preferences = 'model.res.user.get_preferences' satisfies ReadingMethod;

export function createRpc(session: SyncSession, database: string): Rpc {
  const userId = trytonSession(session.page, database)?.userId;
  const caller = createCaller(session, hostedPace);
  let id = 0;

  function request(
    method: ReadingMethod,
    parameters: readonly unknown[],
    extra: Readonly<Record<string, unknown>>,
  ): Request {
    const user = trytonSession(session.page, database);
    if (user === undefined) throw new SyncStopped('signed-out');
    // Somebody else has signed in, here or in another tab: their deals are another listing.
    if (user.userId !== userId) throw new SyncStopped('access-changed');
    const { locale: _, ...context } = user.context;
    return {
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
    };
  }

  const call: Rpc['call'] = async (method, parameters, extra = {}) =>
    resultOf(await caller.json(() => request(method, parameters, extra)));

  async function seenAs(): Promise<string | undefined> {
    const stored = await ifGranted(call(preferences, [true]));
    return userId === undefined || stored === undefined ? undefined : seenAsUser(userId, stored);
  }

  return { call, seenAs };
}

function resultOf(body: unknown): unknown {
  if (!isRecord(body)) throw new SyncStopped('layout-unknown', 'no record');
  if (Array.isArray(body['error'])) throw new Declined('refused by the server');
  if (!('result' in body)) throw new SyncStopped('layout-unknown', 'no result');
  return body['result'];
}
