import { parseJson } from '../sync/guards';

/** Where a Tryton page is: `#<database>/model/<model>[/<id>][;name=value&…]`, values in percent-encoded JSON. */
export interface TrytonAddress {
  readonly database: string;
  readonly model?: string;
  /** Present on a form view alone. */
  readonly id?: string;
  readonly parameters: ReadonlyMap<string, unknown>;
}

/** Reads the fragment; `undefined` where it names no database (before the login). */
export function trytonAddress(url: Pick<URL, 'hash'>): TrytonAddress | undefined {
  const [path = '', query = ''] = splitOnce(url.hash.replace(/^#/, ''), ';');
  const [database, kind, model, id] = path.split('/').map(decode);
  if (!database) return undefined;
  const parameters = new Map<string, unknown>();
  for (const pair of query.split('&')) {
    const [name, value] = splitOnce(pair, '=');
    if (name !== '' && value !== undefined) parameters.set(name, valueOf(decode(value)));
  }
  if (kind !== 'model' || !model) return { database, parameters };
  // A record that was never saved has a negative number: it has no id yet.
  return id !== undefined && /^\d+$/.test(id)
    ? { database, model, id, parameters }
    : { database, model, parameters };
}

function splitOnce(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A parameter that is no JSON is a text. */
function valueOf(text: string): unknown {
  const value = parseJson(text);
  return value === undefined ? text : value;
}
