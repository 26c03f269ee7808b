import { ownText, textOf } from '../../dom/text-of';
import { parseDateTime } from '../../parse/parse-date-time';
import { fieldOfHeading } from '../field-of-heading';
import { isDateField } from '../field-kinds';
import type { GenericField } from '../fields';
import { isOtherAmount, moneyIn } from '../lone-amounts';
import { isStageName } from '../words/is-stage-name';

/** One part of a line that says several things. */
export interface Segment {
  readonly place: Element;
  readonly field: GenericField;
  readonly heading: string;
  readonly text: string;
  /** False for money of another kind: `€99 · per month`. */
  readonly isOwn: boolean;
}

/** What says of another amount that it is one says nothing of the rest of the line. */
const bearsMoney = /\d.*\p{Sc}|\p{Sc}.*\d|(?<!\p{L})(?:[A-Z]{3}|kr)(?!\p{L})/u;

/**
 * What a line like `€12,000 · Negotiation · closes 3 Mar` says, part by part: money, the name of a stage, and a day behind
 * the word for what it is. A day alone is nobody's.
 */
export function segmentsOf(place: Element): readonly Segment[] {
  if (ownText(place).trim() === '' || place.childElementCount > 0) return [];
  const parts = textOf(place).split(/\s*[·•|]\s*/);
  if (parts.length < 2 || parts.length > 8) return [];
  const money = parts.map(moneyIn);
  const isOwn = !parts.some((text) => !bearsMoney.test(text) && isOtherAmount(text));
  return parts.flatMap((text, nth): Segment[] => {
    const told = { place, text, heading: '', isOwn: true };
    if (money[nth] !== undefined) return [{ ...told, field: 'amount', isOwn }];
    if (isOtherAmount(text)) return [];
    if (/\p{L}/u.test(text) && !/\d/.test(text) && isStageName(text)) return [{ ...told, field: 'stage' }];
    const [, heading = '', day = ''] = /^([\p{L} ]{2,40}?):?\s+(\S*\d.*|\p{L}+)$/u.exec(text) ?? [];
    const field = fieldOfHeading(heading)?.field;
    const isDay = field !== undefined && isDateField(field) && parseDateTime(day, {}).kind !== 'unreadable';
    return isDay ? [{ ...told, field, heading, text: day }] : [];
  });
}
