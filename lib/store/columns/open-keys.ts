import { chunkSize } from '../../pipeline/columns/columns';
import type { KeysRow, SlotKey } from './column-rows';

/** The keys of a stored chunk, to be changed; without one those of 1024 empty slots. */
export function openKeys(row?: KeysRow): SlotKey[] {
  return row === undefined ? Array.from({ length: chunkSize }, () => null) : [...row.keys];
}
