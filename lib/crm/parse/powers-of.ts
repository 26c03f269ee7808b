import { foldWord } from './fold-word';

/** Powers of ten that mean the same wherever they are used. */
const powers: Readonly<Record<string, number>> = {
  k: 3,
  t: 3,
  tsd: 3,
  tys: 3,
  mille: 3,
  mila: 3,
  m: 6,
  mm: 6,
  mio: 6,
  mill: 6,
  milj: 6,
  mn: 6,
  mln: 6,
  mi: 6,
  b: 9,
  bn: 9,
  bi: 9,
  mrd: 9,
  mia: 9,
  mld: 9,
  md: 9,
  mdr: 9,
  万: 4,
  億: 8,
};
/** Indian powers: `CR` is a credit elsewhere, `L` the leu. */
const indian: Readonly<Record<string, number>> = {
  l: 5,
  lac: 5,
  lakh: 5,
  lakhs: 5,
  cr: 7,
  crore: 7,
  crores: 7,
};
const indianMarks = new Set(['INR', 'Rs', 'Rs.', 'PKR', 'LKR', 'NPR', 'BDT']);
/** Words that mean one power here and another there, and the marks beside which the first is meant. */
const doubtful: Readonly<Record<string, readonly [number, number, string]>> = {
  mil: [3, 6, 'BRL MXN ARS CLP COP PEN'],
  tn: [3, 12, 'kr kr. SEK'],
  billion: [9, 12, ''],
};

/**
 * Powers of ten that a word beside an amount can mean: none where it is no such word, two where it depends on the
 * currency or language: `mil` is a thousand in Spanish and a million in Czech.
 *
 * @param mark code or sign beside the amount, as far as it is known
 * @example powersOf('Mio') // [6]
 * @example powersOf('mil', 'EUR') // [3, 6]
 */
export function powersOf(word: string, mark?: string): readonly number[] {
  // `mM` is a thousand million in Portugal; a single `T` is a trillion in English.
  if (word === 'mM') return [9];
  if (word === 'T' || word === 'Mm') return [];
  const folded = foldWord(word);
  const power = powers[folded] ?? longPower(folded);
  if (power !== undefined) return [power];
  const lakhs = indian[folded];
  if (lakhs !== undefined) return mark !== undefined && indianMarks.has(mark) ? [lakhs] : [];
  const either = doubtful[folded];
  if (either === undefined) return [];
  const [first, second, marks] = either;
  return mark !== undefined && marks.split(' ').includes(mark) ? [first] : [first, second];
}

/** `millioner`, `milliards`, `Tausend`: written out in any of the languages. */
function longPower(word: string): number | undefined {
  if (/^(?:thousand|tusind|tusen|tausend|duizend)$/.test(word)) return 3;
  if (/^mil[lijh]{1,3}(?:on|oe|ao)/.test(word)) return 6;
  return /^mil[lij]{1,3}ard/.test(word) ? 9 : undefined;
}
