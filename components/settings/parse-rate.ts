/**
 * A rate as typed, as a plain decimal with `.`: a point or a comma, and no groups, so that it can be read in one way
 * alone. `undefined` for anything else, and for zero. `parseRate('7,4605')` is `'7.4605'`; `'1.234,5'` is refused.
 */
export function parseRate(typed: string): string | undefined {
  const text = typed.trim().replace(',', '.');
  if (!/^\d{1,12}(\.\d{1,12})?$/.test(text) || !/[1-9]/.test(text)) return undefined;
  return text;
}
