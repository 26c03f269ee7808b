/**
 * Key of a deal's pass: keys of deals have no further `|`, so that no two passes have one.
 *
 * @example handoffKey('tryton|crm.example.com|7', 2) // 'tryton|crm.example.com|7|2'
 */
export function handoffKey(deal: string, attempt: number): string {
  return `${deal}|${attempt}`;
}
