// All of facts.md 1.1.

/** Path of an opportunity's page; its id may be of either length. */
export const recordPath = /^\/lightning\/r\/(?:Opportunity\/)?(006[A-Za-z0-9]{12,15})\/view$/;

/** Address of an opportunity's page on the same host. */
export function dealUrl({ origin }: URL, id: string): string {
  return `${origin}/lightning/r/Opportunity/${id}/view`;
}
