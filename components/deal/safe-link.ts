/**
 * `url` where it may be opened: https on exactly `host`, or http on `host` while that host is granted (a CRM on the
 * user's own machine). `undefined` otherwise: addresses come from pages and from imported files.
 */
export function safeLink(
  url: string | undefined,
  host: string,
  granted: readonly string[],
): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.host !== host || parsed.username !== '' || parsed.password !== '') return undefined;
  if (parsed.protocol === 'https:') return parsed.href;
  return parsed.protocol === 'http:' && granted.includes(host) ? parsed.href : undefined;
}
