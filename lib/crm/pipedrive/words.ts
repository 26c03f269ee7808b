import { SyncStopped, type StatedPerson, type StatedStage } from '../adapter';
import { idOf, shareOfPercent, textOf } from '../sync/guards';
import type { PipedriveApi, Row } from './api';

/** Names by the ids that deals have. */
export interface PipedriveWords {
  readonly pipelines: ReadonlyMap<string, string>;
  readonly stages: ReadonlyMap<string, StatedStage>;
  readonly people: ReadonlyMap<string, string>;
  readonly stated: { readonly stages: readonly StatedStage[]; readonly people: readonly StatedPerson[] };
}

/** facts.md 3.4: stages are open ones all; won and lost are states of a deal. */
export async function readWords(api: PipedriveApi): Promise<PipedriveWords> {
  const pipelines = new Map<string, { readonly name: string; readonly hasChances: boolean }>();
  for (const row of await api.all('/api/v2/pipelines', { limit: '500' }))
    pipelines.set(...named(row, { hasChances: row['is_deal_probability_enabled'] === true }));
  const stages = new Map<string, StatedStage>();
  for (const row of await api.all('/api/v2/stages', { limit: '500' })) {
    const [id, { name }] = named(row, {});
    const pipeline = pipelines.get(idOf(row['pipeline_id']) ?? '');
    if (pipeline === undefined) continue;
    const order = typeof row['order_nr'] === 'number' ? row['order_nr'] : 0;
    const probability = pipeline.hasChances ? shareOfPercent(row['deal_probability']) : undefined;
    const chance = probability === undefined ? {} : { probability };
    stages.set(id, { pipeline: pipeline.name, stage: name, name, order, ...chance, outcome: 'open' });
  }
  const people: StatedPerson[] = [];
  for (const row of await api.all('/api/v1/users')) {
    const [id, { name }] = named(row, {});
    people.push({ id, name, ...(row['is_you'] === true ? { me: true } : {}) });
  }
  return {
    pipelines: new Map([...pipelines].map(([id, { name }]) => [id, name])),
    stages,
    people: new Map(people.map(({ id, name }) => [id, name])),
    stated: { stages: [...stages.values()], people },
  };
}

function named<More extends object>(row: Row, more: More): [string, More & { readonly name: string }] {
  const id = idOf(row['id']);
  const name = textOf(row['name']);
  if (id === undefined || name === undefined) throw new SyncStopped('layout-unknown', 'no name');
  return [id, { ...more, name }];
}
