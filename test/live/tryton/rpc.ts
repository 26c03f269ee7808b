/**
 * Plain JSON-RPC to the server, for a test that needs a second user at work while the page
 * is open. It shares nothing with the adapter, and unlike it may write.
 */
export interface TrytonCall {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** A signed-in user: the `Authorization` header that Tryton expects. */
export interface TrytonUser {
  readonly authorization: string;
  readonly userId: number;
}

/** One call; `database` is empty for the server's own methods. Throws on any error reply. */
export async function callTryton(
  url: string,
  database: string,
  call: TrytonCall,
  user?: TrytonUser,
): Promise<unknown> {
  const reply = await fetch(database === '' ? `${url}/` : `${url}/${database}/`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Requested-With': 'XMLHttpRequest',
      ...(user && { Authorization: user.authorization }),
    },
    body: JSON.stringify({ id: 1, ...call }),
  });
  if (!reply.ok) throw new Error(`${call.method}: HTTP ${reply.status}`);
  const body: unknown = await reply.json();
  if (!isObject(body) || 'error' in body) throw new Error(`${call.method}: ${JSON.stringify(body)}`);
  return body['result'];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
