import type { Book } from '../book';

/**
 * Digest of all that a forecast is made from: two books of one digest say the same. 64 bits in two lanes, each the
 * finaliser of MurmurHash3 (Appleby, public domain) run over the 32-bit words. It tells rows apart that were made from
 * other deals; it is no seal against forgery.
 *
 * @returns Sixteen hexadecimal digits.
 */
export function bookDigest(book: Book): string {
  let [low, high] = [0x9e3779b9, 0x85ebca6b];
  const word = (value: number): void => {
    low = mixed(low ^ value);
    high = mixed((high + 0x6d2b79f5) ^ value);
  };
  const text = (value: string): void => {
    word(value.length);
    for (let at = 0; at < value.length; at += 1) word(value.charCodeAt(at));
  };
  const numbers = (column: ArrayLike<number>): void => {
    word(column.length);
    // As the bits of doubles, so that a fraction counts as well.
    const words = new Int32Array(Float64Array.from(column).buffer);
    for (const one of words) word(one);
  };
  numbers([book.asOf, book.dataStart]);
  for (const name of [...book.stages, ...book.ids]) text(name);
  for (const column of [
    book.stageProbability,
    book.created,
    book.isFirstSight,
    book.closed,
    book.outcome,
    book.amount,
    book.value,
  ])
    numbers(column);
  for (const column of [book.seen, book.stayStart, book.stayStage, book.stayFrom, book.stageFactor])
    numbers(column);
  for (const column of [book.changeStart, book.changeDay, ...Object.values(book.closeDates)]) numbers(column);
  for (const { name, codes } of book.segments) {
    text(name);
    numbers(codes);
  }
  return [high, low].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
