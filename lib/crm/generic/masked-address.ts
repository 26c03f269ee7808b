/**
 * An address without host, ids and names: only the vendor's own words stay, all else is a star. For a report of a page
 * that was not recognised, which must say nothing of a company or a deal.
 *
 * @example maskedAddress(new URL('https://acme.pipedrive.com/deal/42'), ['deal']) // 'https://*' + '/deal/' + '*'
 */
export function maskedAddress({ pathname, search, hash }: URL, words: readonly string[]): string {
  const known = new Set(words);
  const masked = (text: string): string => text.replace(/[^/]+/g, (part) => (known.has(part) ? part : '*'));
  const maskedQuery = (text: string): string => {
    if (!text.includes('=')) return masked(text);
    const pairs = text.split('&').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return `${known.has(name) ? name : '*'}=${known.has(value) ? value : '*'}`;
    });
    return pairs.join('&');
  };
  const sign = (at: string, text: string): string => (text.length < 2 ? '' : at + maskedQuery(text.slice(1)));
  return `https://*${masked(pathname)}${sign('?', search)}${sign('#', hash)}`;
}
