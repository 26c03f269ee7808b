import type { StatedHistory } from '../../deal/deal';
import type { StatedStage } from '../adapter';
import { ifGranted } from '../sync/caller';
import { instantOf, textOf } from '../sync/guards';
import { historyOf } from '../sync/history-of';
import { formatted, type DynamicsApi } from './api';
import { guidIn } from './urls';

/** Where a deal stands in its process flow. */
interface Place {
  readonly stage: string;
  readonly pipeline: string;
  /** Instant at which the stage began. */
  readonly since: string | undefined;
  /** Stages that the deal has gone through, the present one last; their names. */
  readonly path: readonly string[];
}

/** Process flows of all deals, and their stages. */
export interface Flows {
  readonly of: (dealId: string) => Place | undefined;
  readonly stages: readonly StatedStage[];
}

/** facts.md 4.4: the two flows that Dynamics brings along. Others have a table of their own each. */
const tables = ['opportunitysalesprocesses', 'leadtoopportunitysalesprocesses'];

/** Reads the flows; tables that are not there, or not for this user, are left out. */
export async function readFlows(api: DynamicsApi): Promise<Flows> {
  const rows = (await ifGranted(api.all('processstages', { $select: stageFields }))) ?? [];
  const known = new Map(
    rows.flatMap((row) => {
      const id = guidIn(row['processstageid']);
      const name = textOf(row['stagename']);
      const pipeline = textOf(formatted(row, '_processid_value')) ?? textOf(row['_processid_value']);
      if (id === undefined || name === undefined || pipeline === undefined) return [];
      // Stages of other tables' flows are none of a deal.
      if (row['primaryentitytypecode'] !== 'opportunity') return [];
      return [[id, { name, pipeline, category: row['stagecategory'] }] as const];
    }),
  );
  const places = new Map<string, Place & { readonly isActive: boolean }>();
  for (const table of tables) {
    for (const row of (await ifGranted(api.all(table, { $select: flowFields }))) ?? []) {
      const deal = guidIn(row['_opportunityid_value']);
      const stage = known.get(guidIn(row['_activestageid_value']) ?? '');
      if (deal === undefined || stage === undefined) continue;
      const place = {
        stage: stage.name,
        pipeline: stage.pipeline,
        since: instantOf(row['activestagestartedon']),
        path: pathOf(row['traversedpath'], known),
        isActive: row['statecode'] === 0,
      };
      const other = places.get(deal);
      if (other === undefined || isRather(place, other)) places.set(deal, place);
    }
  }
  return { of: (id) => places.get(id), stages: [...known.values()].flatMap(statedStage) };
}

const stageFields = 'processstageid,stagename,stagecategory,primaryentitytypecode,_processid_value';
const flowFields =
  '_opportunityid_value,_activestageid_value,activestagestartedon,traversedpath,statecode,statuscode';

/**
 * The stages of a deal that has left no more than one: the flow tells in which order stages were gone through and when
 * the present one began, and of those before no instant.
 */
export function historyOfFlow(place: Place, until: string): StatedHistory | undefined {
  const { path, stage, since } = place;
  if (path.length === 0 || path.length > 2 || since === undefined) return undefined;
  const steps = path.length === 1 ? [] : [{ at: since, from: path[0] ?? null, to: path[1] ?? null }];
  if (path.at(-1) !== stage) return undefined;
  return historyOf([{ field: 'stage', steps, now: stage, isKept: true }], until);
}

/** An active flow before one that was left, then the one that moved last. */
function isRather(one: Place & { isActive: boolean }, other: Place & { isActive: boolean }): boolean {
  if (one.isActive !== other.isActive) return one.isActive;
  return (one.since ?? '') > (other.since ?? '');
}

function pathOf(value: unknown, known: ReadonlyMap<string, { readonly name: string }>): string[] {
  const ids = typeof value === 'string' ? value.split(',') : [];
  const names = ids.flatMap((id) => known.get(id.trim())?.name ?? []);
  return names.length === ids.length ? names : [];
}

function statedStage({ name, pipeline, category }: { name: string; pipeline: string; category: unknown }) {
  const order = typeof category === 'number' ? category : 0;
  // facts.md 4.4: a stage has no chance of its own, and no stage is won or lost: deals are.
  return [{ pipeline, stage: name, name, order, outcome: 'open' }] satisfies StatedStage[];
}
