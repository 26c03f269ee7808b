import { browser } from 'wxt/browser';
import { inTime } from '../messages/tell-tabs';
import { grantedPatterns } from './granted';
import { registeredPatterns, registerReader, runIn, tabsOn } from './register';

export interface CatchUpOptions {
  /** Ends the reading of hosts whose permission was taken back, and notes that the user is to be asked about them. */
  readonly forget: (patterns: readonly string[]) => Promise<void>;
  /** Whether a reader runs in the tab: one that is there is left alone. */
  readonly hasReader: (tab: number) => Promise<boolean>;
}

/**
 * Makes what runs agree with what the user allows. It goes by what is true now and not by what was heard, so that
 * whatever a worker has left undone when it died is done by the next: hosts that were taken back are forgotten first and
 * only then no longer registered, which is what tells that they were granted before; then open tabs get their reader.
 *
 * @returns Does so, one time after the other.
 */
export function createCatchUp({ forget, hasReader }: CatchUpOptions): () => Promise<void> {
  let turn: Promise<void> = Promise.resolve();

  async function catchUp(): Promise<void> {
    const matches = await grantedPatterns();
    const gone = await takenBack(await registeredPatterns(), matches);
    if (gone.length > 0) await forget(gone);
    await registerReader(matches);
    await inTime(
      (await tabsOn(matches)).map(async (tab) => {
        if (!(await hasReader(tab))) await runIn(tab, 'crm');
      }),
    );
  }

  return () => {
    turn = turn.catch(() => {}).then(catchUp);
    return turn;
  };
}

/** Patterns that were granted and no longer are, nor covered by a wider one. */
async function takenBack(before: readonly string[], now: readonly string[]): Promise<string[]> {
  const gone = before.filter((pattern) => !now.includes(pattern));
  const held = await Promise.all(gone.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return gone.filter((_, nth) => !held[nth]);
}
