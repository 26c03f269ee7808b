import type { BackupTable } from '../backup-tables';

interface Instants {
  readonly seenAt?: string;
  readonly firstSeenAt?: string;
  readonly removedAt?: string;
  readonly at?: string;
  readonly notBefore?: string;
  readonly readAt?: string;
  readonly sources?: Readonly<Record<string, { readonly at: string } | undefined>>;
  readonly historyUntil?: Readonly<Record<string, string | undefined>>;
}

const dated: ReadonlySet<BackupTable> = new Set(['deals', 'unidentified', 'changes', 'sightings', 'leads']);

/**
 * The field of a row that was read after an instant: against it no page could ever prove anything newer.
 *
 * @param latest In milliseconds since 1970. @returns `sources.stage`, or `undefined` where nothing was read later.
 */
export function readLater(table: BackupTable, row: unknown, latest: number): string | undefined {
  if (!dated.has(table)) return undefined;
  // The row has passed its table's schema; these have instants of reading, all of them under these names.
  const { sources = {}, historyUntil = {}, ...rest } = row as Instants;
  const isLater = (instant: string | undefined): boolean =>
    instant !== undefined && Date.parse(instant) > latest;
  for (const name of ['seenAt', 'firstSeenAt', 'removedAt', 'at', 'notBefore', 'readAt'] as const) {
    if (isLater(rest[name])) return name;
  }
  const source = Object.entries(sources).find(([, one]) => isLater(one?.at));
  if (source !== undefined) return `sources.${source[0]}`;
  const until = Object.entries(historyUntil).find(([, instant]) => isLater(instant));
  return until === undefined ? undefined : `historyUntil.${until[0]}`;
}
