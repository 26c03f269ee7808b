import type { AskedFields } from './completeness';
import type { ChangeInput, DealInput, FieldInput } from './request';

/** Of the team's fields those that were ever shown of the deal: what no page shows is not known, and not empty. */
export function shownFields(
  { qualification }: DealInput,
  changes: readonly ChangeInput[],
  all: readonly FieldInput[],
): AskedFields {
  const isShown = ({ id }: FieldInput) =>
    (qualification !== null && Object.hasOwn(qualification, id)) ||
    changes.some(({ field }) => field === `qualification.${id}`);
  return {
    fields: all.filter(isShown),
    unseen: all.filter((field) => !isShown(field)).map(({ id }) => id),
  };
}
