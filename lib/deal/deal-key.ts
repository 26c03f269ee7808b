/**
 * Key of a deal in every table: `crm|tenant|id`.
 * A `|` or `%` inside a part is percent-encoded, so that no two deals share a key.
 *
 * @example dealKey('tryton', 'crm.example.com/sales', '473') // 'tryton|crm.example.com/sales|473'
 */
export function dealKey(crm: string, tenant: string, id: string): string {
  return [crm, tenant, id].map(encodePart).join('|');
}

function encodePart(part: string): string {
  return part.replace(/[%|]/g, (sign) => (sign === '%' ? '%25' : '%7C'));
}
