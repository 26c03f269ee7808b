import type { Mapping } from '../deal/mapping';
import type { StageInput } from '../forecast/request';
import type { Database } from './database';

/** Stages as the CRM has them configured; those that end a deal are none that it is in. */
export async function readStages(database: Database): Promise<readonly StageInput[]> {
  const byId = new Map<string, StageInput>();
  for (const { stage, order, probability, outcome } of await database.stages.toArray()) {
    if (outcome === 'open' && !byId.has(stage))
      byId.set(stage, { id: stage, order, probability: probability ?? null });
  }
  // Where the CRM tells none, the user may have said in which order they come.
  for (const { stages } of await database.table<Mapping, [string, string]>('mappings').toArray()) {
    for (const [order, { name, outcome }] of stages.entries())
      if (outcome !== 'won' && outcome !== 'lost' && !byId.has(name))
        byId.set(name, { id: name, order, probability: null });
  }
  return [...byId.values()];
}
