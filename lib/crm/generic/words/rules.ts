import type { GenericField } from '../fields';

/**
 * Which concepts together name which field, the most telling first. A mark of interrogation: said or not. Whole headings
 * only, so that "Weighted value", "Expected margin", "Forecast amount" or "Last modified" are nobody's. "Expected revenue"
 * is missing on purpose: the amount in one CRM, the amount times its probability in another; so is "Date closed", which
 * may be planned. Of a hot pass no heading is usual: the user says which column tells of it.
 */
export const rules: Readonly<Record<Exclude<GenericField, 'hotPass'>, string>> = {
  name: 'name|deal|lead name|lead',
  number: 'number',
  account: 'account|account name',
  stage: 'stage|stage name|current stage|pipeline stage|lead stage|pipeline current stage',
  status: 'status',
  amount: 'amount|estimated amount|estimated revenue|lead amount',
  currency: 'currency code?|currency name|currency amount',
  mrr: 'mrr|mrr amount|monthly recurring revenue',
  arr: 'arr|arr amount|annual recurring revenue',
  contractEndOn: 'contract end date?',
  closeOn:
    'expected close date|expected close|estimated close date|estimated close|forecast close date|forecast close|close date|close',
  closedOn: 'closed|actual close date',
  owner: 'owner|owner name|owner user|owner user name|owner person|user',
  sdr: 'sdr|sourced by|sdr owner',
  createdBy: 'create by|create by user?|create user|creator',
  createdOn: 'create date|create',
  crmProbability: 'probability|win probability|close probability',
  forecastCategory: 'forecast category|forecast',
  stageSince: 'stage since|stage changed|last stage changed',
  lastActivityOn: 'last activity date|last activity|last contact date|last contact',
  nextStep: 'next step|next stage|next action',
  nextStepOn: 'next step date|next stage date|next action date|next step action|next step action date',
  firstTouchAt: 'first touch date?|first contact date?',
  meetingSetFor: 'meeting date|meeting sourced|first meeting|meeting',
  meetingHeld: 'meeting held',
  lostReason: 'lost reason|closed lost reason',
  source: 'source|lead source',
  channel: 'channel',
  pipeline: 'pipeline|pipeline name',
  product: 'product',
  region: 'region',
  team: 'team',
  authority: 'authority',
  need: 'need',
  urgency: 'urgency',
  money: 'money',
};

/** Whole headings that mean something else than their words. */
export const phrases: Readonly<Record<string, GenericField>> = {
  'closed date': 'closedOn',
  'deal state': 'status',
  'opportunity state': 'status',
  'szacowany termin': 'closeOn',
  'ajoute le': 'createdOn',
  'assigned user s': 'owner',
  'win chance': 'crmProbability',
  'chance of winning': 'crmProbability',
  'order value': 'amount',
  ordrevaerdi: 'amount',
  ordervarde: 'amount',
  orderwaarde: 'amount',
  'account executive': 'owner',
  'sales person': 'owner',
  'decision maker': 'authority',
  'cloture le': 'closedOn',
  'mode aftalt til': 'meetingSetFor',
  'origen del cliente potencial': 'source',
};
