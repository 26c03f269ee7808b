import type { Ground } from './ground';
import { mirrorName } from './mirror';
import { rotateLog } from './rotate';

/**
 * Begins a session of the browser, once: new logs, before anything is written that has to last.
 * @returns True for the first look at the store in this session.
 */
export async function beginSession({ home, buckets, session }: Ground): Promise<boolean> {
  if ((await session.get('rotated'))['rotated'] !== undefined) return false;
  await home.locate();
  // What cannot be opened now will be looked at presently.
  await Promise.allSettled([rotateLog(home.indexedDB), buckets.open(mirrorName).then(rotateLog)]);
  await session.set({ rotated: true });
  return true;
}

/** The logs may have been torn: they are begun anew before the next write. */
export async function distrustLogs({ session }: Ground): Promise<void> {
  await session.remove('rotated');
}

/**
 * Notes that a copy is waited for which cannot be opened. @returns True where an earlier session waited for it in
 * vain already: it will not come back by itself.
 */
export async function hasWaited({ local, session }: Ground): Promise<boolean> {
  const now = (await session.get('held'))['held'];
  const before = (await local.get('held'))['held'];
  await Promise.all([session.set({ held: true }), local.set({ held: true })]);
  return now === undefined && before !== undefined;
}
