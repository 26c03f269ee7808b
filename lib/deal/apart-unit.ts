import type { Deal } from './deal';

/**
 * Under which name an amount whose code is not known is added to others: `~`, the sign that was shown (none where none
 * was), and in a line of its own the tenant: the `$` of another may be another country's.
 *
 * @example apartUnit({ currencySymbol: 'kr.', tenant: 'crm.example.com' }) // '~kr.\ncrm.example.com'
 */
export function apartUnit({
  currencySymbol = '',
  tenant,
}: {
  readonly currencySymbol?: string | undefined;
  readonly tenant: Deal['tenant'];
}): string {
  return `~${currencySymbol}\n${tenant}`;
}
