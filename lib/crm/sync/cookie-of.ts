/** Value of a cookie that the page may read itself; `undefined` where there is none. Kept nowhere. */
export function cookieOf({ cookie }: Pick<Document, 'cookie'>, name: string): string | undefined {
  for (const pair of cookie.split('; ')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at) === name && at < pair.length - 1) return pair.slice(at + 1);
  }
  return undefined;
}
