import { changeBetween } from '../change-between';
import type { DealChange } from '../deal';
import { closerLink } from './closer-link';
import type { Linked } from './link-steps';

/** Rows of a history that is complete: each change as the file has it, more closely where it was seen so. */
export function wholeRows(
  place: Pick<DealChange, 'key' | 'field'>,
  { groups }: Linked,
  stored: readonly DealChange[],
): DealChange[] {
  return groups.flatMap((group) =>
    group.map((link): DealChange => {
      const { from, to, notBefore, at } = group.length === 1 ? closerLink(link, place.field, stored) : link;
      const isWithinMinute = Temporal.Instant.from(notBefore).until(at).total('seconds') < 60;
      // A clock's minute or second is how instants are written; a day is not.
      const bounds = { at: isWithinMinute ? notBefore : at, notBefore };
      return { ...place, ...changeBetween(from, to), ...bounds, source: 'history' };
    }),
  );
}
