import type { StoreError } from '../messages/views';

/**
 * What a fault of the store is, whichever way the browser words it:
 *
 * - `full`: nothing more can be written; what is stored is safe. Chromium reports a full disk as a `DataError` too.
 * - `newer`: a newer version of the extension made the store.
 * - `shut`: the connection is gone: another page upgrades or deletes the store, or the browser closed it.
 * - `silent`: the browser gave no answer.
 * - `damaged`: the browser could not open the store or read from it.
 * - `held`, `busy`: the store's guard lets nothing be written, for now.
 * - `bug`: anything else.
 */
export type FaultKind = 'full' | 'newer' | 'shut' | 'silent' | 'damaged' | 'held' | 'busy' | 'bug';

const kinds: Record<string, FaultKind> = {
  QuotaExceededError: 'full',
  DataError: 'full',
  VersionError: 'newer',
  StoreHeldError: 'held',
  StoreBusyError: 'busy',
  UnknownError: 'damaged',
  NotReadableError: 'damaged',
  DatabaseClosedError: 'shut',
  InvalidStateError: 'shut',
  TransactionInactiveError: 'shut',
  TimeoutError: 'silent',
  AbortError: 'shut',
};

/**
 * The one rule: what is done about a fault. `again`: the store is opened and checked anew, and the write done once
 * more. Nothing else is tried at once: whoever sent what was to be written keeps it, and sends it again. `shown`: what
 * the surfaces say meanwhile.
 */
const rule = {
  full: { again: false, shown: 'disk-full' },
  newer: { again: false, shown: 'newer-version' },
  held: { again: false, shown: 'held' },
  busy: { again: false, shown: 'busy' },
  damaged: { again: true, shown: 'unreadable' },
  shut: { again: true, shown: 'unreadable' },
  silent: { again: false, shown: 'unreadable' },
  bug: { again: false, shown: 'unreadable' },
} as const satisfies Record<FaultKind, { again: boolean; shown: StoreError['kind'] }>;

/** Of an error and all that caused it, the first kind of this order that it has. */
export function faultKind(fault: unknown): FaultKind {
  const found = namesOf(fault).flatMap((name) => kinds[name] ?? []);
  return Object.keys(rule).find((kind): kind is FaultKind => found.includes(kind as FaultKind)) ?? 'bug';
}

/** Whether a write that met this fault may go better on a new connection. */
export function mayGoBetter(fault: unknown): boolean {
  return rule[faultKind(fault)].again;
}

/** Whether it is this one row that cannot be read, and no other. */
export function isLostRecord(fault: unknown): boolean {
  return namesOf(fault).includes('NotReadableError');
}

/** What a fault of the store means to its user. */
export function storeErrorOf(fault: unknown): StoreError {
  return { kind: rule[faultKind(fault)].shown, detail: namesOf(fault).join(' < ') || typeof fault };
}

/** The names of an error and of what caused it: never its message, which may quote a deal. */
function namesOf(fault: unknown): string[] {
  const names: string[] = [];
  let inner = fault;
  while (inner instanceof Error && names.length < 5) {
    names.push(inner.name);
    inner = causeOf(inner);
  }
  return names;
}

function causeOf(fault: Error): unknown {
  if ('inner' in fault && fault.inner !== undefined) return fault.inner;
  // Of several rows that failed together, the first speaks for all.
  return 'failures' in fault ? Object.values(fault.failures as object)[0] : fault.cause;
}
