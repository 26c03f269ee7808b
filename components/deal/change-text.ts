import type { ChangeValue, Deal, DealChange } from '../../lib/deal/deal';
import { t } from '../../lib/i18n/i18n';
import type { Format } from '../ui/format-context';
import { moneyText } from './amount-text';

/** What a change changed: "Stage: Qualified to Proposal". */
export function changeText(change: DealChange, deal: Deal, format: Format): string {
  const say = (value: ChangeValue) => {
    if (value === null) return '–';
    if (change.field === 'amountMinor' && typeof value === 'number') return moneyText(value, deal, format);
    return valueText(value, change, format);
  };
  const field = fieldName(change);
  if (change.from === null) return t('history.set', { field, to: say(change.to) });
  return t('history.changed', { field, from: say(change.from), to: say(change.to) });
}

function fieldName({ field }: DealChange): string {
  switch (field) {
    case 'amountMinor':
      return t('field.amount');
    case 'currency':
      return t('settings.currency');
    case 'stage':
    case 'closeOn':
    case 'owner':
    case 'outcome':
    case 'forecastCategory':
    case 'nextStep':
      return t(`field.${field}`);
    default:
      return field.slice('qualification.'.length);
  }
}

function valueText(value: string | number, { field }: DealChange, format: Format): string {
  if (field === 'closeOn' && typeof value === 'string') return format.date(value);
  if (field === 'outcome' && (value === 'open' || value === 'won' || value === 'lost'))
    return t(`outcomes.${value}`);
  return String(value);
}

/** When it happened: an instant that the history states, or the two reads between which it did. */
export function changeTime(change: DealChange, format: Format): string {
  if (change.notBefore === change.at) return format.instant(change.at);
  return t('history.between', { from: format.instant(change.notBefore), to: format.instant(change.at) });
}
