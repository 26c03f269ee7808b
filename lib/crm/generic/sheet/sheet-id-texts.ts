import type { IdFault } from '../../sheet';

export interface IdText {
  readonly id?: string;
  readonly fault?: Exclude<IdFault, 'id-twice'>;
}

/**
 * Which id each text of a column is, decided for all of them together. A spreadsheet may have written `1.23E+11`, or
 * zeros for all digits after the fifteenth, and two deals would be one.
 *
 * @param idOf The id as the CRM's pages have it; `undefined` for what is none of that CRM's.
 */
export function sheetIdTexts(
  texts: readonly string[],
  idOf: (text: string) => string | undefined,
): readonly IdText[] {
  const long = texts.filter((text) => /^\d{16,}$/.test(text));
  const isCut = long.length > 0 && long.every((text) => /^\d{15}0+$/.test(text));
  return texts.map((text) => {
    if (text === '' || text.length > 200) return { fault: 'no-id' };
    if (/^\d+(?:[.,]\d+)?E\+?\d+$/i.test(text) || (isCut && text.length > 15)) return { fault: 'id-mangled' };
    const id = idOf(text);
    return id === undefined ? { fault: 'id-mangled' } : { id };
  });
}
