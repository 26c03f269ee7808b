/** The terms that end first, which a renewal is of: those without an end only where there are no others. */
export function nextToEnd<Term extends { readonly endOn: string | null }>(
  terms: readonly Term[],
): { readonly old: readonly Term[]; readonly others: readonly Term[] } {
  const ends = terms.flatMap(({ endOn }) => endOn ?? []).sort();
  const first = ends[0] ?? null;
  return {
    old: terms.filter(({ endOn }) => endOn === first),
    others: terms.filter(({ endOn }) => endOn !== first),
  };
}
