/** One row of a backup. */
export interface SplitRow {
  readonly table: string;
  /** Which one of its table's rows, from 0. */
  readonly nth: number;
  readonly row: unknown;
  /** Length of its text, in bytes. */
  readonly size: number;
}

/** Where the rows of a table stand in the file, in bytes: from behind its `[` to behind its `]`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Splitter {
  /** The rows that end in these bytes, which follow those pushed before. Throws where they are no JSON. */
  readonly push: (bytes: Uint8Array) => readonly SplitRow[];
  /** At the end: the backup with a 0 for each row, and its tables' places. Throws where it is no JSON. */
  readonly end: () => { readonly outline: unknown; readonly spans: ReadonlyMap<string, Span> };
}

const signs = { quote: '"', backslash: '\\', comma: ',', brace: '{', braceEnd: '}', list: '[', listEnd: ']' };
const [quote, backslash, comma, brace, braceEnd, list, listEnd] = Object.values(signs).map((sign) =>
  sign.charCodeAt(0),
);

/** A row, or everything beside rows, may be no longer than this: a backup that we write is far from it. */
const longest = 16 * 1024 * 1024;

/**
 * Takes a backup apart row by row as its bytes come, so that no table is ever in memory as a whole. Only the depth of
 * brackets is followed; whether the rows, and what stands around them, are JSON, `JSON.parse` decides of each.
 *
 * @param within Of a table's rows alone ({@link Span}), its name.
 */
export function createSplitter(within?: string): Splitter {
  const spans = new Map<string, Span>();
  const row = gather();
  const rest = gather();
  let depth = within === undefined ? 0 : 3;
  let table = within;
  let isInTables = false;
  let isText = false;
  let isEscaped = false;
  let nth = 0;
  let from = 0;
  let before = 0;

  function push(bytes: Uint8Array): readonly SplitRow[] {
    const rows: SplitRow[] = [];
    let start = 0;
    const take = (end: number) => {
      (table === undefined ? rest : row).add(bytes.subarray(start, end));
      start = end;
    };
    const endRow = (at: number) => {
      take(at);
      const { text, size } = row.end();
      // Nothing between two commas is no row either: what is left for the outline is then no JSON.
      if (table === undefined || text.trim() === '') return;
      rows.push({ table, nth, row: JSON.parse(text), size });
      nth += 1;
      rest.text('0');
    };
    // No iterator: a backup has hundreds of millions of bytes.
    for (let at = 0; at < bytes.length; at += 1) {
      const sign = bytes[at];
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (sign === backslash) isEscaped = true;
        else if (sign === quote) isText = false;
      } else if (sign === quote) isText = true;
      else if (sign === comma && depth === 3 && table !== undefined) {
        endRow(at);
        rest.text(',');
        start = at + 1;
      } else if (sign === brace || sign === list) {
        depth += 1;
        if (depth > 3 || table !== undefined) continue;
        take(at + 1);
        if (depth === 2) isInTables = /"tables"\s*:\s*\{$/.test(rest.tail());
        const name =
          depth === 3 && isInTables ? /("(?:[^"\\]|\\.)*")\s*:\s*\[$/.exec(rest.tail())?.[1] : undefined;
        if (name === undefined) continue;
        table = String(JSON.parse(name));
        // The first of two tables of one name would not be the one that the outline has.
        if (spans.has(table)) throw new SyntaxError('a table stands there twice');
        nth = 0;
        from = before + at + 1;
      } else if (sign === braceEnd || sign === listEnd) {
        if (depth === 3 && table !== undefined) {
          endRow(at);
          spans.set(table, { from, to: before + at + 1 });
          table = undefined;
        }
        depth -= 1;
      }
    }
    take(bytes.length);
    before += bytes.length;
    return rows;
  }

  return { push, end: () => ({ outline: JSON.parse(rest.end().text) as unknown, spans }) };
}

/** Text that comes in pieces of UTF-8. Throws where it is none, and where it gets too long. */
function gather() {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  const add = (more: string, bytes: number) => {
    text += more;
    size += bytes;
    if (size > longest) throw new SyntaxError('longer than any backup of ours');
  };
  return {
    add: (bytes: Uint8Array) => add(decoder.decode(bytes, { stream: true }), bytes.length),
    text: (more: string) => add(more, more.length),
    tail: () => text.slice(-500),
    end() {
      const whole = { text: text + decoder.decode(), size };
      text = '';
      size = 0;
      return whole;
    },
  };
}
