import { within } from './within';

const name = 'stafet-rotation';

/**
 * Writes some 5 MB and deletes them, so that LevelDB begins a new log. A browser that was killed may have left a torn
 * record at the end of its log; the next session writes on behind it, and the session after that finds it and wipes
 * everything (google/leveldb#1287). What is written behind a new log's beginning is safe from that.
 */
export async function rotateLog(factory: IDBFactory): Promise<void> {
  await drop(factory);
  const opening = factory.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
  const database = await within(5000, answered(opening));
  try {
    const transaction = database.transaction('rows', 'readwrite');
    const rows = transaction.objectStore('rows');
    // Chance is not compressed, and a row of less than 64 KiB goes into the log itself.
    for (let nth = 0; nth < 85; nth += 1) rows.put(crypto.getRandomValues(new Uint8Array(60_000)), nth);
    await within(20_000, completed(transaction));
  } finally {
    database.close();
  }
  await drop(factory);
}

function drop(factory: IDBFactory): Promise<unknown> {
  return within(5000, answered(factory.deleteDatabase(name)));
}

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason given'));
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted', 'AbortError'));
  });
}
