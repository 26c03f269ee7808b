import type { Database } from './database';
import type { StoreState } from './rows';

/** One state of one store: what is learned from it is of this. */
export interface StateMark {
  readonly uuid: string;
  /** See {@link contentOf}. */
  readonly content: number;
}

/** The mark of the present state; `undefined` before the store's first write. */
export async function readMark(database: Pick<Database, 'summary'>): Promise<StateMark | undefined> {
  const state = await readState(database);
  return state && { uuid: state.uuid, content: contentOf(state) };
}

/** Which state of the store what is learned from it is of; 0 before the first write. See `StoreState.content`. */
export function contentOf(state: StoreState | undefined): number {
  return state?.content ?? state?.generation ?? 0;
}

/** What the store is; `undefined` before its first write. */
export async function readState({ summary }: Pick<Database, 'summary'>): Promise<StoreState | undefined> {
  // Its scope says what kind of row it is.
  return (await summary.get('store')) as StoreState | undefined;
}
