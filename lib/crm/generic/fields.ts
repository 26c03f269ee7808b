/** What the generic reader looks for: the deal's own fields, and a few that help to read them. */
export type GenericField =
  | 'number'
  | 'name'
  | 'account'
  | 'amount'
  | 'currency'
  | 'mrr'
  | 'arr'
  | 'contractEndOn'
  | 'product'
  | 'region'
  | 'team'
  | 'pipeline'
  | 'stage'
  | 'status'
  | 'crmProbability'
  | 'forecastCategory'
  | 'owner'
  | 'createdBy'
  | 'sdr'
  | 'source'
  | 'channel'
  | 'createdOn'
  | 'closeOn'
  | 'closedOn'
  | 'stageSince'
  | 'lastActivityOn'
  | 'nextStep'
  | 'nextStepOn'
  | 'firstTouchAt'
  | 'meetingSetFor'
  | 'meetingHeld'
  | 'lostReason'
  | 'authority'
  | 'need'
  | 'urgency'
  | 'money';

/**
 * Headings of one language by field, separated by `|`, the most telling first. Whole headings only, so that
 * "Weighted value", "Expected margin", "Forecast amount" or "Last modified" are nobody's. "Expected revenue" is missing
 * on purpose: the amount in one CRM, the amount times its probability in another.
 */
export type FieldWords = Readonly<Partial<Record<GenericField, string>>>;
