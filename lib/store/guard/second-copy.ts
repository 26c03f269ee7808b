import type { SecondCopy } from '../../messages/views';
import type { Area } from '../home';
import { secondCopyKey } from './keys';

/** Says that there is one copy only; since when stays what it was. */
export async function sayAlone(local: Area, since: string): Promise<void> {
  if ((await local.get(secondCopyKey))[secondCopyKey] !== undefined) return;
  await local.set({ [secondCopyKey]: { since } satisfies SecondCopy });
}

export async function sayBoth(local: Area): Promise<void> {
  await local.remove(secondCopyKey);
}
