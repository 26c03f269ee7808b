/** The saved view that an address names (facts.md 2.1); a search within it is another filter. */
export function scopeOf({ pathname, searchParams }: URL): { readonly scope?: string } {
  const view = /\/views\/([\w-]+)/.exec(pathname)?.[1];
  const search = searchParams.get('query');
  const scope = [view, search].filter(Boolean).join(' ');
  return scope === '' ? {} : { scope };
}
