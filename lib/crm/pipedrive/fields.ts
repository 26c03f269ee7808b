import type { PlacedField } from '../layout';

/** Keys of a deal's fields as list cells carry them (facts.md 3.2, 3.4). */
export const dealFields: ReadonlyMap<string, PlacedField> = new Map(
  Object.entries<PlacedField>({
    title: 'name',
    org_id: 'account',
    org_name: 'account',
    value: 'amount',
    currency: 'currency',
    stage_id: 'stage',
    pipeline: 'pipeline',
    pipeline_id: 'pipeline',
    status: 'status',
    probability: 'crmProbability',
    expected_close_date: 'closeOn',
    owner_id: 'owner',
    owner_name: 'owner',
    user_id: 'owner',
    creator_user_id: 'createdBy',
    add_time: 'createdOn',
    stage_change_time: 'stageSince',
    last_activity_date: 'lastActivityOn',
    next_activity_date: 'nextStepOn',
    lost_reason: 'lostReason',
    mrr: 'mrr',
    arr: 'arr',
    origin: 'source',
    channel: 'channel',
  }),
);
