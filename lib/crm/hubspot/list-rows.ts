import { SyncStopped } from '../adapter';
import type { Listed } from '../sync/read-pipeline';
import { rowsPerCall, type FoundRow, type HubspotApi, type Sought } from './api';

/** facts.md 2.3: no search goes farther than this; another one begins after the last id. */
const longestSearch = 10_000;

/** One call's part of all records of a kind, by their ids. */
export async function listRows(
  api: HubspotApi,
  place: string | undefined,
  sought: Sought,
): Promise<Listed<FoundRow>> {
  const { after, offset, last } = placeOf(place);
  const { rows, hasMore } = await api.search({ after, offset }, sought);
  const ids = rows.flatMap(({ id }) => id ?? []);
  // Out of order, or from the beginning again: then something would be left out.
  if (!isGrowing([last, ...ids.map(Number)])) throw new SyncStopped('layout-unknown', 'order of a search');
  if (!hasMore) return { rows };
  if (rows.length === 0) throw new SyncStopped('layout-unknown', 'no progress');
  const end = ids.at(-1) ?? String(last);
  const read = offset + rows.length;
  const next = read + rowsPerCall > longestSearch ? `${end}:0:${end}` : `${after}:${read}:${end}`;
  return { rows, next };
}

/** The id that a search begins after, how many of it have been read, and the last of these. */
function placeOf(place = ':0:') {
  const [after = '', offset = '', last = ''] = place.split(':');
  return { after, offset: Number(offset), last: Number(last) };
}

function isGrowing(numbers: readonly number[]): boolean {
  return numbers.every((number, nth) => nth === 0 || number > (numbers[nth - 1] ?? 0));
}
