/** Address of a deal's page, under the organisation that the page is of where it names one (facts.md 5.1). */
export function dealUrl({ origin, pathname }: URL, id: string): string {
  const home =
    /^(.*?\/tab\/Potentials)\//.exec(pathname)?.[1] ??
    `${/^\/crm\/org\d+/.exec(pathname)?.[0] ?? '/crm'}/tab/Potentials`;
  return `${origin}${home}/${id}`;
}
