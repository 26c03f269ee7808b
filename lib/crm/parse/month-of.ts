/** January first. Folded, without dots; long and short names of the languages in {@link monthOf}. */
const months = (
  'jan(uar[iy]?|v(ier)?|eiro|ner)?|ene(ro)?|gen(naio)?|tammi|sty(cznia|czen)?,feb(er|r(uar[iy]?|ero)?|braio|ruari)?|fe(v|vr)(ier|ereiro|ereir)?|fevereiro|helmi|lut(ego|y)?,' +
  'mar(s|ch|zo|co|ts|ca|zec)?|maerz|marz|mrz|maart|mrt|maalis,apr(il[e]?)?|avr(il)?|abr(il)?|huhti|kwi(etnia|ecien)?,ma[iyj]o?|mag(gio)?|maio|mei|maja|touko,jun[ei]?|juin|junio|junho|giu(gno)?|kesa|cze(rwca|rwiec)?,' +
  'jul[iy]?|juil(l|let)?|julio|julho|lug(lio)?|heina|lipca|lipiec,aug(ust(us|i)?)?|aout|ago(sto)?|elo|sie(rpnia|rpien)?,sep(t|tember|tembre|tiembre)?|set(t|tembre|embro)?|syys|wrz(esnia|esien)?,' +
  'o[ck]t(ober)?|octobre|octubre|ott(obre)?|out(ubro)?|loka|paz(dziernika|dziernik)?,nov(ember|embre|iembre|embro)?|marras,de[cksz](ember|embre|iembre|embro)?|dic(iembre|embre)?|joulu|gru(dnia|dzien)?'
)
  .split(',')
  .map((names) => new RegExp(`^(?:${names})(?:kuuta)?$`));

/**
 * The month, 1..12, that a folded word names in English, Danish, German, French, Spanish, Swedish, Dutch, Italian,
 * Portuguese, Norwegian, Finnish or Polish. A table of its own: the platform's names change with its version.
 *
 * @example monthOf('dez') // 12
 */
export function monthOf(word: string): number | undefined {
  const index = months.findIndex((names) => names.test(word));
  return index === -1 ? undefined : index + 1;
}

/**
 * The month that a folded word names in Polish, where it names the month before in Croatian: July or November.
 *
 * @example monthOfPolish('lis') // 11
 */
export function monthOfPolish(word: string): number | undefined {
  if (word === 'lip') return 7;
  return /^lis(?:topada?)?$/.test(word) ? 11 : undefined;
}
