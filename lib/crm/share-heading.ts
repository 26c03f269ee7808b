import type { PlacedField } from './layout';

/** What a field is called on a page that writes a probability of a hundred without its sign: with the sign. */
export function shareHeading(field: PlacedField, label: string): string {
  return field === 'crmProbability' && !label.includes('%') ? `${label} %` : label;
}
