const mostLetters = 200;

/**
 * What to call a row in a problem: its number, name or id as the page shows it, else its position (`row 7`). Takes
 * anything, for the row may be one that was refused; at most 200 characters.
 *
 * @param index Position of the row, from 0.
 * @example rowName({ values: { number: 'D-17', name: 'Nordlys' } }, 0) // 'D-17'
 * @example rowName({ values: { number: 17 } }, 6) // 'row 7'
 */
export function rowName(row: unknown, index: number): string {
  const values = part(row, 'values');
  const words = [part(values, 'number'), part(values, 'name'), part(row, 'name'), part(row, 'id')];
  const shown = words.find((word): word is string => typeof word === 'string' && word.trim() !== '');
  return shown?.slice(0, mostLetters) ?? `row ${index + 1}`;
}

function part(whole: unknown, name: string): unknown {
  if (typeof whole !== 'object' || whole === null || !Object.hasOwn(whole, name)) return undefined;
  return whole[name as keyof typeof whole];
}
