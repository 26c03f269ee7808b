/** Address of an opportunity's page on the same host (facts.md 1.1). */
export function dealUrl({ origin }: URL, id: string): string {
  return `${origin}/lightning/r/Opportunity/${id}/view`;
}
