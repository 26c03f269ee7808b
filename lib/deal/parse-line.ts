import { Fault, LineFields } from './line-fields';

/** A line of a command line's input, checked, or what is wrong with it. */
export type ParsedLine<Request> =
  | { readonly kind: 'request'; readonly request: Request }
  | { readonly kind: 'error'; readonly id: LineId | null; readonly error: string };

export type LineId = string | number;

/** Form of the lines, of which there is one. */
const VERSION = 1;

/**
 * One line of JSON with its `v` and `id`: anything that `read` finds wrong makes the whole line an error that names the
 * place, with the id where there is one.
 *
 * @param read May throw a {@link Fault}, and nothing else.
 */
export function parseLine<Request>(
  line: string,
  read: (root: LineFields, id: LineId) => Request,
): ParsedLine<Request> {
  let id: LineId | null = null;
  try {
    const root = new LineFields(readJson(line), '');
    const given = root.value('id');
    if (typeof given === 'string' || typeof given === 'number') id = given;
    if (root.value('v') !== VERSION) throw new Fault(`v is not ${VERSION}`);
    if (id === null) throw new Fault('id is neither text nor a number');
    return { kind: 'request', request: read(root, id) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { kind: 'error', id, error: error.message };
  }
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Fault('the line is not JSON');
  }
}
