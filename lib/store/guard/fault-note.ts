import type { StoreError } from '../../messages/views';
import type { Area } from '../home';
import { storeErrorOf } from '../store-error';
import { faultKey } from './keys';

/** Shows a fault on every surface, until it is over. */
export async function noteFault(session: Area, fault: unknown): Promise<void> {
  await session.set({ [faultKey]: storeErrorOf(fault) });
}

/** After the store could be opened: whether it can be written, a write will show. */
export async function forgetOpening(session: Area): Promise<void> {
  const noted = (await session.get(faultKey))[faultKey] as StoreError | undefined;
  if (noted !== undefined && noted.kind !== 'disk-full') await session.remove(faultKey);
}

/** After something could be written. */
export async function forgetFault(session: Area): Promise<void> {
  await session.remove(faultKey);
}
