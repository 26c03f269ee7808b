import { textOf } from '../dom/text-of';
import type { Shown } from './shown';

const share = / ?\(\d{1,3} ?%\)$/;

/** What a stage's place shows, without the chance of winning that stands behind its name in an element of its own. */
export function withoutShare(place: Element, shown: Shown): Shown {
  const last = shown.lines.at(-1) ?? '';
  if (shown.raw !== undefined || !share.test(last)) return shown;
  const isApart = [...place.querySelectorAll('*')].some((one) => share.test(textOf(one).replace(/^/, ' ')) && !/\p{L}/u.test(textOf(one)));
  return isApart ? { ...shown, lines: [...shown.lines.slice(0, -1), last.replace(share, '')].filter(Boolean) } : shown;
}
