/** A list in pieces of at most `weight`, where every item weighs what `weigh` says; a heavier one stands alone. */
export function* chunksOf<Item>(
  items: Iterable<Item>,
  weight: number,
  weigh: (item: Item) => number = () => 1,
): Generator<Item[]> {
  let chunk: Item[] = [];
  let sum = 0;
  for (const item of items) {
    const own = weigh(item);
    if (chunk.length > 0 && sum + own > weight) {
      yield chunk;
      chunk = [];
      sum = 0;
    }
    chunk.push(item);
    sum += own;
  }
  if (chunk.length > 0) yield chunk;
}
