/** A question to the store, with the user's own time zone: by its clock instants are cut into days. */
export function inOwnZone<Query extends object>(query: Query): Query & { readonly zone: string } {
  return { ...query, zone: Temporal.Now.timeZoneId() };
}
