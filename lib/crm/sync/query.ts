/**
 * A path with its query, written as a browser writes it: so that the address called is the one that stands here.
 *
 * @example withQuery('/deals', { $select: 'name,id', top: '1' }) // '/deals?$select=name%2Cid&top=1'
 */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value).replaceAll("'", '%27')}`],
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}
