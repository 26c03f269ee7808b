/** What deals bring together in a year, in minor units. */
export function minorOf(deals: readonly { readonly annualMinor: number }[]): number {
  return deals.reduce((sum, { annualMinor }) => sum + annualMinor, 0);
}
