/**
 * How many times the open pipeline covers what is still to win: open over the *remaining* target. What is won is won,
 * and needs no pipeline any more.
 *
 * @param remainingMinor Target less won, in the unit of `openMinor`. @returns `undefined` once nothing remains to win.
 * @example coverageOf(1500, 600) // 2.5
 */
export function coverageOf(openMinor: number, remainingMinor: number): number | undefined {
  return remainingMinor > 0 ? openMinor / remainingMinor : undefined;
}
