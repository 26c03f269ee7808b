import type { StoreError } from '../messages/views';

/** What a fault of the store means to its user. Chromium reports a full disk as a `DataError` as well. */
export function storeErrorOf(fault: unknown): StoreError {
  const names = namesOf(fault);
  const detail = names.join(' < ') || typeof fault;
  if (names.includes('VersionError')) return { kind: 'newer-version', detail };
  if (names.includes('QuotaExceededError') || names.includes('DataError'))
    return { kind: 'disk-full', detail };
  return { kind: 'unreadable', detail };
}

/** The names of an error and of what caused it: never its message, which may quote a deal. */
function namesOf(fault: unknown): string[] {
  const names: string[] = [];
  let inner = fault;
  while (inner instanceof Error && names.length < 5) {
    names.push(inner.name);
    inner = 'inner' in inner ? inner.inner : inner.cause;
  }
  return names;
}
