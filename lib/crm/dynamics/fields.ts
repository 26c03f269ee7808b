import type { PlacedField } from '../layout';

/**
 * Logical names of an opportunity's columns as grid and form carry them (facts.md 4.4). What is converted to the
 * organisation's currency (`…_base`) is not the deal's amount, and `stepname` has stopped following the process.
 */
export const opportunityColumns: ReadonlyMap<string, PlacedField> = new Map(
  Object.entries<PlacedField>({
    name: 'name',
    customerid: 'account',
    parentaccountid: 'account',
    estimatedvalue: 'amount',
    transactioncurrencyid: 'currency',
    estimatedclosedate: 'closeOn',
    actualclosedate: 'closedOn',
    closeprobability: 'crmProbability',
    msdyn_forecastcategory: 'forecastCategory',
    salesstage: 'stage',
    statecode: 'status',
    ownerid: 'owner',
    createdby: 'createdBy',
    createdon: 'createdOn',
  }),
);
