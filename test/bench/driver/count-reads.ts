/** What was read of IndexedDB since the counting began. */
export interface Reads {
  /** Rows that were deserialised, by whatever call. */
  readonly rows: number;
  /** Keys that were read without their rows. */
  readonly keys: number;
  /** What the rows hold: bytes of binary data, a byte a character, eight a number. */
  readonly bytes: number;
}

type Count = (value: unknown) => void;

/** The interfaces whose methods are watched: those of a page or a worker. */
export type Scope = Pick<typeof globalThis, 'IDBObjectStore' | 'IDBIndex'>;

/** Watches every read of every store and index from now on. @returns What was read so far. */
export function countReads({ IDBObjectStore, IDBIndex }: Scope): () => Reads {
  const reads = { rows: 0, keys: 0, bytes: 0 };
  const row: Count = (value) => {
    if (value === undefined || value === null) return;
    reads.rows += 1;
    reads.bytes += sizeOf(value);
  };
  const key: Count = (value) => {
    if (value !== undefined && value !== null) reads.keys += 1;
  };
  const each = (count: Count): Count => {
    return (values) => {
      // What these requests give is a list.
      for (const value of values as readonly unknown[]) count(value);
    };
  };
  // A cursor's request succeeds again with every step.
  const ofCursor: Count = (cursor) => row((cursor as IDBCursorWithValue | null)?.value);
  const ofRecord: Count = (record) => row((record as { readonly value: unknown }).value);
  const methods: Readonly<Record<string, Count>> = {
    get: row,
    getAll: each(row),
    getAllRecords: each(ofRecord),
    openCursor: ofCursor,
    getKey: key,
    getAllKeys: each(key),
    openKeyCursor: key,
  };
  for (const { prototype } of [IDBObjectStore, IDBIndex])
    for (const [name, count] of Object.entries(methods)) watch(prototype, name, count);
  return () => ({ ...reads });
}

/** About what a value holds. Good for telling a thousand numbers from a thousand objects, not for accounting. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return 8;
  if (typeof value !== 'object' || value === null) return 1;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + sizeOf(one), 0);
  return Object.entries(value).reduce((sum, [name, one]) => sum + name.length + sizeOf(one), 0);
}

function watch(prototype: object, name: string, count: Count): void {
  const method: unknown = Reflect.get(prototype, name);
  // Not every browser has every one of them.
  if (typeof method !== 'function') return;
  Reflect.set(prototype, name, function (this: unknown, ...args: readonly unknown[]): IDBRequest {
    // The methods of these interfaces give requests.
    const request = Reflect.apply(method, this, args) as IDBRequest;
    request.addEventListener('success', () => count(request.result));
    return request;
  });
}
