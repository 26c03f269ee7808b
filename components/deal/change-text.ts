import type { ChangeSide, DealChange } from '../../lib/deal/deal';
import { sidesOf } from '../../lib/deal/sides-of';
import { t } from '../../lib/i18n/i18n';
import type { Format } from '../ui/format-context';
import { moneyText } from './amount-text';
import { questionLabel } from './question-label';

/** What a change changed: "Stage: Qualified to Proposal", "Amount: $100 to €90"; an unknown currency is not shown. */
export function changeText(change: DealChange, format: Format): string {
  const say = ({ value, unit }: ChangeSide) => {
    if (value === null) return '–';
    if (change.field !== 'amountMinor' || typeof value !== 'number') return valueText(value, change, format);
    const { currency = null, symbol } = unit ?? {};
    return moneyText(
      value,
      { currency, ...(symbol === undefined ? {} : { currencySymbol: symbol }) },
      format,
    );
  };
  const field = fieldName(change);
  const { from, to } = sidesOf(change);
  if (from.value === null) return t('history.set', { field, to: say(to) });
  return t('history.changed', { field, from: say(from), to: say(to) });
}

function fieldName({ field }: DealChange): string {
  switch (field) {
    case 'amountMinor':
      return t('field.amount');
    case 'stage':
    case 'closeOn':
    case 'owner':
    case 'outcome':
    case 'forecastCategory':
    case 'nextStep':
      return t(`field.${field}`);
    default:
      return questionLabel(field.slice('qualification.'.length));
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
