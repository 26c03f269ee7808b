import type { Page } from '../adapter';
import { isRecord, parseJson } from '../sync/guards';

/** What the page itself sends with its calls. Read anew for every call and kept nowhere. */
export interface TrytonSession {
  readonly authorization: string;
  /** The user's context: company, language. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly userId: number;
}

/** The page's own session of a database, or `undefined` where nobody is signed in. */
export function trytonSession(
  { storage }: Pick<Page, 'storage'>,
  database: string,
): TrytonSession | undefined {
  const session = parseJson(storage?.local.get(`sao_session_${database}`));
  if (!isRecord(session)) return undefined;
  const { login, user_id: userId, session: key } = session;
  if (typeof login !== 'string' || typeof userId !== 'number' || typeof key !== 'string') return undefined;
  const context = parseJson(storage?.session.get(`sao_context_${database}`));
  return {
    authorization: `Session ${base64(`${login}:${userId}:${key}`)}`,
    context: isRecord(context) ? context : {},
    userId,
  };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
