import { amountUnit } from './amount-unit';
import type { ChangeField, ChangeSide, Deal, FieldSource } from './deal';

/** What a deal shows now in a field whose changes are kept, and where it was seen; `undefined` where nowhere. */
export function seenSide(
  deal: Deal,
  field: ChangeField,
): { readonly side: ChangeSide; readonly source: FieldSource } | undefined {
  const source = deal.sources[field];
  const value = field.startsWith('qualification.')
    ? deal.qualification?.[field.slice('qualification.'.length)]
    : // Every other change field is a column of its own name.
      deal[field as Exclude<ChangeField, `qualification.${string}`>];
  if (source === undefined || value === undefined) return undefined;
  if (field !== 'amountMinor') return { side: { value }, source };
  return { side: { value, unit: value === null ? {} : amountUnit(deal) }, source };
}
