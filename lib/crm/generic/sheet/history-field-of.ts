import type { HistoryField } from '../../../deal/file-history/file-step';
import { asWords } from '../as-words';
import { fieldOfHeading } from '../field-of-heading';
import { headingWords } from '../heading-words';

/** Names that CRMs' interfaces and our own export have for their fields. */
const machineNames: Readonly<Record<string, HistoryField>> = {
  dealstage: 'stage',
  stepname: 'stage',
  stagename: 'stage',
  'stage id': 'stage',
  'sales stage': 'stage',
  closedate: 'closeOn',
  'user id': 'owner',
  ownerid: 'owner',
  'owner id': 'owner',
  'amount minor': 'amount',
  'deal value': 'amount',
  outcome: 'outcome',
  'close on': 'closeOn',
  forecastcategoryname: 'forecastCategory',
};

/**
 * The field that a history's row names, of those whose changes are kept.
 *
 * @example historyFieldOf('Lukkedato') // 'closeOn'
 * @example historyFieldOf('Probability (%)') // undefined
 */
export function historyFieldOf(text: string): HistoryField | undefined {
  const words = headingWords(asWords(text)).join(' ');
  const named = Object.hasOwn(machineNames, words) ? machineNames[words] : undefined;
  if (named !== undefined) return named;
  // Some put their own name before it.
  if (words.endsWith(' owner id')) return 'owner';
  const field = fieldOfHeading(asWords(text))?.field;
  switch (field) {
    case 'stage':
    case 'owner':
    case 'amount':
    case 'closeOn':
    case 'forecastCategory':
      return field;
    case 'status':
      return 'outcome';
    default:
      return undefined;
  }
}
