import type { PlacedField } from '../layout';

/**
 * API names of an opportunity's fields as the page carries them (facts.md 1.4). The owner's alias is not their name, and
 * the expected revenue is not the amount: neither is here.
 */
export const opportunityFields: ReadonlyMap<string, PlacedField> = new Map(
  Object.entries<PlacedField>({
    Name: 'name',
    'Account.Name': 'account',
    AccountId: 'account',
    Amount: 'amount',
    CurrencyIsoCode: 'currency',
    CloseDate: 'closeOn',
    StageName: 'stage',
    Probability: 'crmProbability',
    ForecastCategoryName: 'forecastCategory',
    'Owner.Name': 'owner',
    OwnerId: 'owner',
    'CreatedBy.Name': 'createdBy',
    CreatedDate: 'createdOn',
    LeadSource: 'source',
    NextStep: 'nextStep',
    LastActivityDate: 'lastActivityOn',
    LastStageChangeDate: 'stageSince',
  }),
);
