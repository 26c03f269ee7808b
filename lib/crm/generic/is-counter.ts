/** What no script counts up to: a UUID, or a long run of hexadecimal figures. */
const irregular = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{8,})$/i;

/**
 * Whether what the rows of one list bear may be their positions and no ids: one more from row to row; or the same letters
 * with numbers below 1000, whatever their order, for a list that is sorted or filtered keeps the positions of before.
 *
 * @example isCounter(['p1-row2', 'p1-row0']) // true
 * @example isCounter(['10412', '10398']) // false
 */
export function isCounter(ids: readonly string[]): boolean {
  // `item-3`, `datapoint_1200`: what a script counts, whatever the order.
  if (ids.every((id) => /^[a-z]+[_-]?\d{1,6}$/i.test(id))) return true;
  if (ids.every((id) => irregular.test(id))) return false;
  const shapes = new Set(ids.map((id) => id.replace(/\d+/g, '0')));
  if (shapes.size === 1 && ids.every((id) => !/\d{4}/.test(id))) return true;
  const numbers = ids.map(Number);
  const least = Math.min(...numbers);
  if (least < 1000 && Math.max(...numbers) - least === ids.length - 1) return true;
  return ids.length > 1 && numbers.every((number, row) => number === (numbers[0] ?? 0) + row);
}
