/** Words of a name in small letters, without those that have a digit: years and numbers change with each renewal. */
function wordsOf(name: string | undefined): readonly string[] {
  return (name ?? '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/\p{N}/u.test(word));
}

/**
 * The words of a name that tell one contract of an account from the others: those that all its contracts have in their
 * names, as the customer's own, tell nothing.
 *
 * @param contracts Names of all contracts of an account.
 * @example ownWords(['Acme support 2025', 'Acme licences 2025'])('Acme support 2026') // Set { 'support' }
 */
export function ownWords(
  contracts: readonly (string | undefined)[],
): (name: string | undefined) => ReadonlySet<string> {
  const [first, ...others] = contracts.map((name) => new Set(wordsOf(name)));
  const common = new Set([...(first ?? [])].filter((word) => others.every((one) => one.has(word))));
  return (name) => new Set(wordsOf(name).filter((word) => !common.has(word)));
}
