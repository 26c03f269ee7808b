import type { PlacedField } from '../layout';

/** Internal names of a deal's properties as the page carries them (facts.md 2.4). */
export const dealProperties: ReadonlyMap<string, PlacedField> = new Map(
  Object.entries<PlacedField>({
    dealname: 'name',
    amount: 'amount',
    deal_currency_code: 'currency',
    dealstage: 'stage',
    pipeline: 'pipeline',
    closedate: 'closeOn',
    createdate: 'createdOn',
    hubspot_owner_id: 'owner',
    hs_created_by_user_id: 'createdBy',
    hubspot_team_id: 'team',
    hs_deal_stage_probability: 'crmProbability',
    hs_manual_forecast_category: 'forecastCategory',
    hs_next_step: 'nextStep',
    hs_v2_date_entered_current_stage: 'stageSince',
    notes_last_contacted: 'lastActivityOn',
    closed_lost_reason: 'lostReason',
    hs_analytics_source: 'source',
    hs_mrr: 'mrr',
    hs_arr: 'arr',
  }),
);
