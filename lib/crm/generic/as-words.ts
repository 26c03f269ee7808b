/** A name in markup or an address as words: `expectedRevenue`, `deal-value`. */
export function asWords(name: string): string {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[_.:-]+/g, ' ');
}
