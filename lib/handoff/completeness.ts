import type { DealFacts } from './deal-facts';
import { isFiller } from './is-filler';
import type { FieldInput, FieldValue } from './request';

/** The fields that a pass is asked for, and those of the team's that are not to be known of its deal. */
export interface AskedFields {
  readonly fields: readonly FieldInput[];
  readonly unseen: readonly string[];
}

export interface Completeness {
  /** 0..1, by the fields' weights. */
  readonly share: number;
  /** How many fields the share is of. */
  readonly seen: number;
  /** Fields that were never shown of the deal: nobody knows whether they are filled. */
  readonly unseen: readonly string[];
  readonly empty: readonly string[];
  /** What the fields held. */
  readonly values: Readonly<Record<string, FieldValue>>;
}

/**
 * How complete a deal was at an instant, as far as history shows: a field without a later change was what it is now.
 *
 * @returns `null` where the deal says nothing of any field, or there are no fields of any weight.
 */
export function completeness(
  { deal, fieldChanges }: DealFacts,
  { fields, unseen }: AskedFields,
  instant: number,
): Completeness | null {
  const weight = fields.reduce((sum, field) => sum + field.weight, 0);
  if ((deal.qualification === null && fieldChanges.length === 0) || weight <= 0) return null;
  const values: Record<string, FieldValue> = { ...deal.qualification };
  const undone = new Map<string, number>();
  const before = new Map<string, number>();
  for (const { field, from, to, at } of fieldChanges) {
    const id = field.slice('qualification.'.length);
    if (at.to > instant) {
      // The first change afterwards tells what was there.
      if (at.to < (undone.get(id) ?? Infinity)) {
        undone.set(id, at.to);
        values[id] = from;
      }
    } else if (!undone.has(id) && !Object.hasOwn(deal.qualification ?? {}, id)) {
      if (at.to >= (before.get(id) ?? -Infinity)) {
        before.set(id, at.to);
        values[id] = to;
      }
    }
  }
  const empty = fields.filter(({ id }) => isFiller(Object.hasOwn(values, id) ? values[id] : null));
  const lacking = empty.reduce((sum, field) => sum + field.weight, 0);
  return {
    share: (weight - lacking) / weight,
    seen: fields.length,
    unseen,
    empty: empty.map(({ id }) => id),
    values,
  };
}
