import { grouped } from '../../deal/grouped';

/** Deals of each account, in the order in which they came. */
export function byAccount<Deal extends { readonly account: string }>(
  deals: readonly Deal[],
): ReadonlyMap<string, readonly Deal[]> {
  return grouped(deals, ({ account }) => account);
}
