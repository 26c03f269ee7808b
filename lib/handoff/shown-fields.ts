import type { ChangeInput, DealInput, FieldInput } from './request';

/** Of the team's fields those that were ever shown of the deal: what no page shows is not known, and not empty. */
export function shownFields(
  { qualification }: DealInput,
  changes: readonly ChangeInput[],
  fields: readonly FieldInput[],
): readonly FieldInput[] {
  return fields.filter(
    ({ id }) =>
      (qualification !== null && Object.hasOwn(qualification, id)) ||
      changes.some(({ field }) => field === `qualification.${id}`),
  );
}
