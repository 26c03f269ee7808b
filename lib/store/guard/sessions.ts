import type { Ground } from './ground';
import { mirrorName } from './mirror';
import { rotateLog } from './rotate';

export interface Session {
  /** True for the first look at the store in this session of the browser. */
  readonly isNew: boolean;
  /** Whether the disk took some megabytes in this session, in one place at least. */
  readonly takesWrites: boolean;
}

/** Begins a session of the browser, once: new logs, before anything is written that has to last. */
export async function beginSession({ home, buckets, session }: Ground): Promise<Session> {
  if ((await session.get('rotated'))['rotated'] !== undefined) return { isNew: false, takesWrites: true };
  await home.locate();
  const done = await Promise.allSettled([
    rotateLog(home.indexedDB),
    buckets.open(mirrorName).then(rotateLog),
  ]);
  const takesWrites = done.some(({ status }) => status === 'fulfilled');
  // A full disk is tried again by the next worker.
  if (takesWrites) await session.set({ rotated: true });
  return { isNew: true, takesWrites };
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
