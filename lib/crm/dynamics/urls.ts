const guid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/** An id as it is written everywhere: in small letters, without braces. `undefined` for what is none. */
export function guidIn(text: unknown): string | undefined {
  return typeof text === 'string' ? guid.exec(text)?.[1]?.toLowerCase() : undefined;
}

/** Address of an opportunity's form in the application that is open (facts.md 4.1). */
export function opportunityUrl({ origin, pathname, searchParams }: URL, id: string): string {
  const to = new URL(pathname, origin);
  const app = searchParams.get('appid');
  if (app !== null) to.searchParams.set('appid', app);
  for (const [name, value] of [
    ['pagetype', 'entityrecord'],
    ['etn', 'opportunity'],
    ['id', id],
  ] as const)
    to.searchParams.set(name, value);
  return to.href;
}
