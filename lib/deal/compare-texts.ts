/** Order of two texts by their code units: the same in every language and on every machine. For sorting. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
