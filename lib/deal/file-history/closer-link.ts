import { compareInstants } from '../../calendar/compare-instants';
import type { ChangeField, DealChange } from '../deal';
import { isSameValue } from '../is-same-value';
import { sidesOf } from '../sides-of';
import type { FileLink } from './file-step';

/** A change that is stored already, as far as either knows it more closely. */
export function closerLink(link: FileLink, field: ChangeField, stored: readonly DealChange[]): FileLink {
  const same = stored.filter((row) => {
    const { from, to } = sidesOf(row);
    const isTogether =
      compareInstants(row.notBefore, link.at) <= 0 && compareInstants(row.at, link.notBefore) >= 0;
    return row.field === field && isTogether && isSameValue(from, link.from) && isSameValue(to, link.to);
  });
  const [row] = same;
  if (row === undefined || same.length > 1) return link;
  // Our own exports say by when a change had happened, and not since when it may have.
  if (compareInstants(row.at, link.at) === 0) return { ...link, at: row.at, notBefore: row.notBefore };
  const isLater = compareInstants(row.notBefore, link.notBefore) > 0;
  const isSooner = compareInstants(row.at, link.at) < 0;
  return {
    ...link,
    notBefore: isLater ? row.notBefore : link.notBefore,
    at: isSooner ? row.at : link.at,
  };
}
