import type { Glance } from '../pipeline/glance';
import type { ProblemRow, SyncState } from './views';

/** Where the worker leaves a {@link StoredGlance}: a name in `storage.local`. */
export const storedGlanceName = 'glance';

/** All that a surface paints first, before it has asked the store: under 10 KB. */
export interface StoredGlance {
  /** The state of the store that it is of: see `StoreState`. */
  readonly uuid: string;
  readonly generation: number;
  /** The day that it is of, `YYYY-MM-DD`; on another day other deals are in the period. */
  readonly day: string;
  readonly glance: Glance;
  readonly problems: {
    readonly n: number;
    /** The newest few. */
    readonly first: readonly ProblemRow[];
  };
  /** Those that are not done, or done with problems. */
  readonly syncs: readonly SyncState[];
}
