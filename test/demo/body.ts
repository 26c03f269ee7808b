import type { IncomingMessage } from 'node:http';

const MAX_BYTES = 16_384;

export type Body =
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 413 | 415; readonly error: string };

/** Reads a small JSON body; anything else is refused with the status to answer. */
export async function readJson(request: IncomingMessage): Promise<Body> {
  // Another site's plain form cannot send this type, so it cannot edit deals either.
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return { kind: 'refused', status: 415, error: 'send application/json' };
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Read on, so that the answer still arrives, but keep nothing.
    if (bytes <= MAX_BYTES) chunks.push(chunk);
  }
  if (bytes > MAX_BYTES) return { kind: 'refused', status: 413, error: 'body too large' };
  try {
    return { kind: 'json', json: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown };
  } catch {
    return { kind: 'refused', status: 400, error: 'not valid JSON' };
  }
}
