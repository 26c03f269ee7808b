import type { Session } from './session';

/** What the extension tells its user that it has brought back. */
export interface Restored {
  /** Deals and changes. */
  readonly rows: number;
  /** The note itself; `undefined`: there is none. */
  readonly note: object | undefined;
}

/** Reads what the extension says of a restoration, and takes note of it as the user would: it is said once. */
export async function readRestored(session: Session): Promise<Restored> {
  const note = await session.inPage(takeNote, 'restored');
  if (note === undefined) return { rows: 0, note };
  const { kind, deals = 0, changes = 0 } = note as { kind?: string; deals?: number; changes?: number };
  return { rows: kind === 'restored' ? deals + changes : 0, note };
}

/** Runs in the browser. */
async function takeNote(name: string): Promise<object | undefined> {
  const { [name]: note } = await chrome.storage.local.get(name);
  await chrome.storage.local.remove(name);
  return typeof note === 'object' && note !== null ? note : undefined;
}
