/** January first. Folded, without dots; long and short names of the ten languages in {@link monthOf}. */
const months = (
  'jan(uar[iy]?|v(ier)?|eiro)?|ene(ro)?|gen(naio)?,feb(r(uar[iy]?|ero)?|braio|ruari)?|fe(v|vr)(ier|ereiro|ereir)?|fevereiro,' +
  'mar(s|ch|zo|co|ts)?|maerz|marz|mrz|maart|mrt,apr(il[e]?)?|avr(il)?|abr(il)?,ma[iyj]o?|mag(gio)?|maio|mei,jun[ei]?|juin|junio|junho|giu(gno)?,' +
  'jul[iy]?|juil(let)?|julio|julho|lug(lio)?,aug(ust(us|i)?)?|aout|ago(sto)?,sep(t|tember|tembre|tiembre)?|set(t|tembre|embro)?,' +
  'o[ck]t(ober)?|octobre|octubre|ott(obre)?|out(ubro)?,nov(ember|embre|iembre|embro)?,de[cksz](ember|embre|iembre|embro)?|dic(iembre|embre)?'
)
  .split(',')
  .map((names) => new RegExp(`^(?:${names})$`));

/**
 * The month, 1..12, that a folded word names in English, Danish, German, French, Spanish, Swedish, Dutch, Italian,
 * Portuguese or Norwegian. A table of its own: the platform's names change with its version.
 *
 * @example monthOf('dez') // 12
 */
export function monthOf(word: string): number | undefined {
  const index = months.findIndex((names) => names.test(word));
  return index === -1 ? undefined : index + 1;
}
