/**
 * A period as targets name it.
 *
 * @example periodId({ start: '2026-04-01', end: '2026-07-01' }) // '2026-04-01/2026-07-01'
 */
export function periodId({ start, end }: { readonly start: string; readonly end: string }): string {
  return `${start}/${end}`;
}
