/** Deals of each account, in the order in which they came. */
export function byAccount<Deal extends { readonly account: string }>(
  deals: readonly Deal[],
): ReadonlyMap<string, readonly Deal[]> {
  const found = new Map<string, Deal[]>();
  for (const deal of deals) {
    const own = found.get(deal.account);
    if (own === undefined) found.set(deal.account, [deal]);
    else own.push(deal);
  }
  return found;
}
