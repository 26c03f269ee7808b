import type { MappedField } from '../../lib/deal/mapping';
import { t } from '../../lib/i18n/i18n';

/** What a field of a mapping is called. */
export function fieldName(field: MappedField): string {
  if (field === 'currency' || field === 'mrr' || field === 'arr' || field === 'status')
    return t(`teach.field.${field}`);
  if (field === 'authority' || field === 'need' || field === 'urgency' || field === 'money')
    return t(`questions.${field}`);
  return t(`field.${field}`);
}
