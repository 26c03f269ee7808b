import type { SeenPerson } from '../../../lib/handoff/seen-names';
import type { RoleReason } from '../../../lib/handoff/suggest-roles';
import { t } from '../../../lib/i18n/i18n';
import type { Format } from '../../ui/format-context';
import type { RoleChoice } from './people-draft';

/** A role as it is chosen. */
export function roleText(choice: RoleChoice): string {
  switch (choice) {
    case 'unsaid':
      return t('process.roleUnsaid');
    case 'sdr':
      return t('process.roleSdr');
    case 'ae':
      return t('process.roleAe');
    case 'both':
      return t('process.roleBoth');
    case 'csm':
      return t('process.roleCsm');
    case 'manager':
      return t('process.roleManager');
    case 'none':
      return t('process.roleNone');
  }
}

/** Why a role is suggested. */
export function reasonText(reason: RoleReason, { count }: Format): string {
  const { deals } = reason;
  switch (reason.kind) {
    case 'sdr-field':
      return t('process.whySdrField', deals, { count: count(deals) });
    case 'handed-on':
      return t('process.whyHandedOn', reason.of, { count: count(deals), of: count(reason.of) });
    case 'past-stage':
      return t('process.whyPastStage', deals, { count: count(deals), stage: reason.stage });
    case 'won':
      return t('process.whyWon', deals, { count: count(deals) });
    case 'beside-sdr':
      return t('process.whyBesideSdr', deals, { count: count(deals) });
  }
}

/** In how many deals somebody stands as what. */
export function seenText({ owns, sdr, created, first }: SeenPerson, { count }: Format): string {
  const parts = [
    owns > 0 && t('process.owns', { count: count(owns) }),
    first > 0 && first !== owns && t('process.firstOwner', { count: count(first) }),
    sdr > 0 && t('process.namedSdr', { count: count(sdr) }),
    created > 0 && t('process.created', { count: count(created) }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t('process.inNoDeal') : parts.join(' · ');
}
