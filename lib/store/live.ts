import { liveQuery } from 'dexie';
import { openDatabase, type Database } from './database';

let shared: Database | undefined;

/** This page's connection. Pages only read: writing is the service worker's. */
export function readerDatabase(): Database {
  return (shared ??= openDatabase());
}

/** Runs a query now and after every write, in whatever context, that touches what it read. @returns The stop. */
export function observe<Value>(
  query: (database: Database) => Promise<Value>,
  next: (value: Value) => void,
  error: (fault: unknown) => void,
): () => void {
  const subscription = liveQuery(() => query(readerDatabase())).subscribe({ next, error });
  return () => subscription.unsubscribe();
}
