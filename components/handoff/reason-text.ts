import { RETURN_REASONS, type ReturnReason } from '../../lib/handoff/return-reason';
import { t } from '../../lib/i18n/i18n';

const keys = {
  'not fit': 'handoffs.reason.notFit',
  'no authority': 'handoffs.reason.noAuthority',
  'no need': 'handoffs.reason.noNeed',
  timing: 'handoffs.reason.timing',
  duplicate: 'handoffs.reason.duplicate',
  'bad data': 'handoffs.reason.badData',
  'existing customer': 'handoffs.reason.existingCustomer',
} as const satisfies Record<ReturnReason, string>;

/** Why a pass came back, in the user's language where it is one of the method's reasons, else as the CRM has it. */
export function reasonText(reason: string): string {
  const known = RETURN_REASONS.find((one) => one === reason);
  if (known !== undefined) return t(keys[known]);
  return reason === 'not given' ? t('handoffs.reason.none') : reason;
}
