import type { UnidentifiedDeal } from '../rows';

/** Of rows that are bound to no deal, and have the same fingerprint in several views, the one seen last. */
export function chosenStrays<Row extends UnidentifiedDeal>(rows: readonly Row[]): readonly Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    if (row.boundTo !== undefined) continue;
    const name = JSON.stringify([row.crm, row.tenant, row.fingerprint]);
    const other = newest.get(name);
    if (other === undefined || other.seenAt < row.seenAt) newest.set(name, row);
  }
  return [...newest.values()];
}
