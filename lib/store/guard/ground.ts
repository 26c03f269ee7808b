import type { Buckets } from '../buckets';
import type { Database } from '../database';
import type { Area, Home } from '../home';

/** What a guard stands on: the store, the places where copies may be, and what outlives both. */
export interface Ground {
  readonly database: Database;
  readonly home: Home;
  readonly buckets: Buckets;
  /** `storage.local`. */
  readonly local: Area;
  /** `storage.session`: empty in every new session of the browser. */
  readonly session: Area;
  /** How much more can be stored. */
  readonly freeBytes: () => Promise<number>;
  /** Makes the tables anew that are computed from others, after those were restored. */
  readonly rebuildDerived: () => Promise<void>;
  readonly now: () => string;
  readonly pause: (ms: number) => Promise<void>;
}

/** A worker that uses none of the extension's own interfaces is ended after half a minute, whatever it is doing. */
export async function stayAwake({ session }: Pick<Ground, 'session'>): Promise<void> {
  await session.get('rotated');
}
