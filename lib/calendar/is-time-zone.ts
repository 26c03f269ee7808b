/**
 * Whether there is a time zone of that name (IANA), as far as this machine knows.
 *
 * @example isTimeZone('Europe/Copenhagen') // true
 */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
