import type { Outcome } from '../../deal/deal';
import { SyncStopped, type StatedStage } from '../adapter';
import { ifGranted } from '../sync/caller';
import { idOf, isRecord, recordsOf, shareOfPercent, textOf } from '../sync/guards';
import type { Row, ZohoApi } from './api';

/** A stage as a pipeline has it. */
export interface ZohoStage {
  readonly name: string;
  /** `undefined`: the pipeline says of it what we do not know. */
  readonly outcome: Outcome | undefined;
  readonly forecastCategory: string | undefined;
}

export interface ZohoStages {
  /** By the value that deals have. */
  readonly of: ReadonlyMap<string, ZohoStage>;
  readonly stated: readonly StatedStage[];
}

/** facts.md 5.4: `forecast_type` is free; these are the words that were seen. */
const outcomes: Readonly<Record<string, Outcome>> = {
  Open: 'open',
  'Closed Won': 'won',
  'Closed Lost': 'lost',
};

/**
 * Stages of the pipelines of every layout (facts.md 5.4); none where the user may not read them.
 * @param chances Chances of stages, by the field's own values.
 */
export async function readStages(api: ZohoApi, chances: ReadonlyMap<string, number>): Promise<ZohoStages> {
  const of = new Map<string, ZohoStage>();
  const stated: StatedStage[] = [];
  const layouts = (await ifGranted(api.rows('settings/layouts', 'layouts', { module: 'Deals' }))) ?? [];
  for (const layout of layouts) {
    const query = { layout_id: idOf(layout['id']) };
    for (const pipeline of (await ifGranted(api.rows('settings/pipeline', 'pipeline', query))) ?? []) {
      const pipelineName = textOf(pipeline['display_value']);
      const maps = recordsOf(pipeline['maps']);
      if (pipelineName === undefined || maps === undefined)
        throw new SyncStopped('layout-unknown', 'pipeline');
      for (const [nth, map] of maps.entries()) {
        const [value, name] = [textOf(map['actual_value']), textOf(map['display_value'])];
        if (value === undefined || name === undefined) throw new SyncStopped('layout-unknown', 'pipeline');
        const outcome = outcomes[String(map['forecast_type'])];
        const category = map['forecast_category'];
        const before = of.get(value);
        of.set(value, {
          name,
          // Won in one pipeline and open in another: then the stage alone tells nothing.
          outcome: before === undefined || before.outcome === outcome ? outcome : undefined,
          forecastCategory: isRecord(category) ? textOf(category['name']) : undefined,
        });
        if (outcome === undefined) continue;
        const probability = chances.get(value);
        stated.push({
          pipeline: pipelineName,
          stage: name,
          name,
          order: typeof map['sequence_number'] === 'number' ? map['sequence_number'] : nth,
          ...(probability === undefined ? {} : { probability }),
          outcome,
        });
      }
    }
  }
  return { of, stated };
}

/** facts.md 5.4: the chance of a stage is among the values of the field, where it is told. */
export function chancesOf(fields: readonly Row[]): ReadonlyMap<string, number> {
  const values = fields.find((field) => field['api_name'] === 'Stage')?.['pick_list_values'];
  return new Map(
    (recordsOf(values) ?? []).flatMap((value) => {
      const [name, share] = [textOf(value['actual_value']), shareOfPercent(value['probability'])];
      return name === undefined || share === undefined ? [] : [[name, share] as const];
    }),
  );
}
