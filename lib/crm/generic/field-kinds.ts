import type { GenericField } from './fields';

const numbers: ReadonlySet<GenericField> = new Set<GenericField>(['amount', 'mrr', 'arr', 'crmProbability']);
const dates: ReadonlySet<GenericField> = new Set<GenericField>([
  'createdOn',
  'closeOn',
  'closedOn',
  'stageSince',
  'lastActivityOn',
  'nextStepOn',
  'contractEndOn',
  'firstTouchAt',
  'meetingSetFor',
]);

const persons = ['owner', 'createdBy', 'sdr'] as const;

/** Whether a field's texts show how the page writes numbers. */
export function isNumberField(field: GenericField): boolean {
  return numbers.has(field);
}

/** Whether a field names a person. */
export function isPersonField(field: GenericField | undefined): field is (typeof persons)[number] {
  return persons.some((one) => one === field);
}

/** Whether a field's texts show how the page writes dates. */
export function isDateField(field: GenericField | undefined): boolean {
  return field !== undefined && dates.has(field);
}
