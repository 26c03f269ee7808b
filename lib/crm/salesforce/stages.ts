import type { Outcome } from '../../deal/deal';
import { SyncStopped, type StatedStage } from '../adapter';
import { recordsOf, shareOfPercent, textOf } from '../sync/guards';
import type { Row, SalesforceApi } from './api';

/** What is known of a stage by the value that deals have. */
export interface SalesforceStage {
  /** As pages show it. */
  readonly name: string;
  readonly outcome: Outcome;
}

export interface SalesforceStages {
  readonly of: ReadonlyMap<string, SalesforceStage>;
  readonly stated: readonly StatedStage[];
}

/** facts.md 1.4: one list for the whole organisation, those that are out of use among them. */
export async function readStages(api: SalesforceApi, field: Row | undefined): Promise<SalesforceStages> {
  const labels = new Map(
    (recordsOf(field?.['picklistValues']) ?? []).map((value) => [value['value'], textOf(value['label'])]),
  );
  const rows = await api.select(
    'SELECT ApiName,MasterLabel,DefaultProbability,IsActive,IsClosed,IsWon,SortOrder FROM OpportunityStage ORDER BY SortOrder',
  );
  const of = new Map<string, SalesforceStage>();
  const stated: StatedStage[] = [];
  for (const [order, row] of rows.entries()) {
    const value = textOf(row['ApiName']);
    // Pages show it in the user's language, as the field's own values have it.
    const name = labels.get(row['ApiName']) ?? textOf(row['MasterLabel']);
    const { IsClosed: isClosed, IsWon: isWon } = row;
    if (
      value === undefined ||
      name === undefined ||
      typeof isClosed !== 'boolean' ||
      typeof isWon !== 'boolean'
    )
      throw new SyncStopped('layout-unknown', 'OpportunityStage');
    const outcome = isWon ? 'won' : isClosed ? 'lost' : 'open';
    of.set(value, { name, outcome });
    if (row['IsActive'] !== true) continue;
    const probability = shareOfPercent(row['DefaultProbability']);
    stated.push({
      pipeline: 'Opportunity',
      stage: name,
      name,
      order,
      ...(probability === undefined ? {} : { probability }),
      outcome,
    });
  }
  return { of, stated };
}
