import { stepLimit } from '../../messages/import-steps';
import type { Weighed } from './backup-rows';

/** What one message to the worker carries at most; an item that is heavier goes alone. */
const most = { rows: stepLimit, bytes: 4 * 1024 ** 2 };

/** Items in parcels that one message, and one transaction of the store, can carry. */
export async function* parcels<Item>(items: AsyncIterable<Weighed<Item>>): AsyncGenerator<Item[]> {
  let parcel: Item[] = [];
  let [rows, bytes] = [0, 0];
  for await (const one of items) {
    if (parcel.length > 0 && (rows + one.rows > most.rows || bytes + one.bytes > most.bytes)) {
      yield parcel;
      parcel = [];
      [rows, bytes] = [0, 0];
    }
    parcel.push(one.item);
    rows += one.rows;
    bytes += one.bytes;
  }
  if (parcel.length > 0) yield parcel;
}
