import { useMemo } from 'react';
import type { Deal } from '../../lib/deal/deal';
import { usePlatform } from './platform';
import { useKept } from './use-kept';
import { useLive } from './use-live';

const none: ReadonlyMap<number, Deal> = new Map();

/** The deals in these slots, kept fresh; while others are read those of before are still there. */
export function useRows(slots: readonly number[]): ReadonlyMap<number, Deal> {
  const platform = usePlatform();
  const name = slots.join();
  const live = useMemo(() => platform.rows(name === '' ? [] : name.split(',').map(Number)), [platform, name]);
  return useKept(useLive(live)) ?? none;
}
