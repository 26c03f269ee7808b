/** The method's reasons for a return. */
export const RETURN_REASONS = [
  'not fit',
  'no authority',
  'no need',
  'timing',
  'duplicate',
  'bad data',
  'existing customer',
] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number];

/**
 * A reason in one spelling: one of the method's where it is one, else as written, in small letters.
 *
 * @returns `null` for none.
 * @example returnReason('Not_Fit ') // 'not fit'
 */
export function returnReason(text: string | null): string | null {
  const plain = (text ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
  if (plain === '') return null;
  return RETURN_REASONS.find((reason) => reason === plain) ?? plain;
}
