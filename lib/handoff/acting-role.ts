import type { DealFacts } from './deal-facts';
import type { Setting } from './setting';

/**
 * In which of the two roles a person has a deal in a stage; `null` for other and unknown roles. A person with both
 * roles is the SDR where the deal's SDR field says so or the stage is the SDR's, and the AE everywhere else.
 *
 * @param stage The deal's stage at the time.
 */
export function actingRole(
  person: string | null,
  { deal, stage }: { readonly deal: DealFacts['deal']; readonly stage: string | null },
  setting: Setting,
): 'sdr' | 'ae' | null {
  const roles = person === null ? undefined : setting.roles.get(person);
  if (roles === undefined) return null;
  if (roles.has('sdr') && roles.has('ae'))
    return deal.sdr === person || setting.stages.get(stage ?? '')?.role === 'sdr' ? 'sdr' : 'ae';
  if (roles.has('sdr')) return 'sdr';
  return roles.has('ae') ? 'ae' : null;
}
