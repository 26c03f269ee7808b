import type { PlacedField } from '../layout';

/** Fields of `crm.lead` as list, board and form name them (facts.md 6, Odoo). Prorated revenue is no amount. */
const leadFields: ReadonlyMap<string, PlacedField> = new Map(
  Object.entries<PlacedField>({
    name: 'name',
    partner_id: 'account',
    expected_revenue: 'amount',
    company_currency: 'currency',
    recurring_revenue_monthly: 'mrr',
    stage_id: 'stage',
    probability: 'crmProbability',
    date_deadline: 'closeOn',
    date_closed: 'closedOn',
    create_date: 'createdOn',
    create_uid: 'createdBy',
    date_last_stage_update: 'stageSince',
    user_id: 'owner',
    team_id: 'team',
    source_id: 'source',
    medium_id: 'channel',
    lost_reason_id: 'lostReason',
  }),
);

/** The field of a deal that one of theirs is. */
export function fieldOf(name: string | null): PlacedField | undefined {
  return leadFields.get(name ?? '');
}
