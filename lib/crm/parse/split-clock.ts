/** What is written after the date. `clock` is `HH:MM`; `zone` is `Z` or `+02:00`, absent where none is written. */
export interface WrittenTime {
  readonly clock: string;
  readonly zone?: string;
}

const before = '(?:at|kl\\.?|klo|um|o|à|om|alle(?: ore)?|a las?|[àa]s|ore|@|-|\\|)';
const clockAtEnd = new RegExp(
  `(?:^|[ ,T]) ?(?:${before} ?)?(\\d{1,2}) ?[:.h] ?(\\d{2})(?:[:.]\\d{2}(?:\\.\\d{1,9})?| min \\d{2} s)?` +
    '( ?[ap]\\.? ?m\\.?)?(?: ?(?:uhr|h))?(?: ?(z|(?:utc|gmt)?[+-]\\d{1,2}(?::?\\d{2})?|utc|gmt))?$',
  'i',
);

/**
 * Cuts the time off the end of a text: what is left, and the time where there was one. `undefined` where what looks like
 * a time is none (`31.12.2026 25:61`). Linear.
 *
 * @example splitClock('31. dec. 2026 kl. 14.30') // { rest: '31. dec. 2026', time: { clock: '14:30' } }
 */
export function splitClock(text: string): { readonly rest: string; readonly time?: WrittenTime } | undefined {
  const found = clockAtEnd.exec(text);
  if (found === null) return { rest: text };
  const time = writtenTime(found);
  return time && { rest: text.slice(0, found.index).replace(/[ ,]+$/, ''), time };
}

function writtenTime([, hours, minutes, half, zone]: RegExpExecArray): WrittenTime | undefined {
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (/p/i.test(half) ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59) return undefined;
  const clock = `${String(hour).padStart(2, '0')}:${minutes}`;
  if (zone === undefined) return { clock };
  const [, sign, ahead = '', rest = '00'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  return { clock, zone: sign === undefined ? 'Z' : `${sign}${ahead.padStart(2, '0')}:${rest}` };
}
