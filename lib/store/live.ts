import { liveQuery } from 'dexie';
import { openDatabase, type Database } from './database';
import { Home } from './home';

let shared: Database | undefined;

/** This page's connection. Pages only read: writing is the service worker's. */
export function readerDatabase(): Database {
  return (shared ??= openDatabase('stafet', new Home()));
}

/** Runs a query now and after every write, in whatever context, that touches what it read. @returns The stop. */
export function observe<Value>(
  query: (database: Database) => Promise<Value>,
  next: (value: Value) => void,
  error: (fault: unknown) => void,
): () => void {
  const database = readerDatabase();
  const subscription = liveQuery(() => query(database)).subscribe({
    next,
    error(fault) {
      // A database that could not be opened is not opened again by itself.
      if (!database.isOpen()) database.close({ disableAutoOpen: false });
      error(fault);
    },
  });
  return () => subscription.unsubscribe();
}
