import type { Area } from '../home';
import type { StoreState } from '../rows';

const key = 'sentinel';

/** How many deals a store had. */
export interface Counted {
  readonly count: number;
  /** The generation of which that is true. */
  readonly countOf: number;
}

/** What is known of the store outside of it: tells a store that was lost from one that never was. */
export interface Sentinel extends Omit<StoreState, 'scope'>, Counted {}

/** `wiping`: the user has taken everything away, and the browser may have ended before all of it was gone. */
export async function readSentinel(local: Area): Promise<Sentinel | 'wiping' | undefined> {
  // Written by the functions below alone.
  return (await local.get(key))[key] as Sentinel | 'wiping' | undefined;
}

export async function writeSentinel(local: Area, sentinel: Sentinel | 'wiping'): Promise<void> {
  await local.set({ [key]: sentinel });
}
