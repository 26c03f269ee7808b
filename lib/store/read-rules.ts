import { defaultProcess } from '../deal/default-process';
import type { Mapping } from '../deal/mapping';
import type { ProcessVersion } from '../deal/process';
import { processOn } from '../deal/process-on';
import type { Team } from '../deal/settings';
import { oneNameEach } from '../handoff/one-name-each';
import { rulesOf, type EndStage, type Rules } from '../handoff/rules-of';
import type { Database } from './database';
import type { Zoned } from './each-deal';
import { readSettings } from './settings';

/** What passes are found by, as it is stored. */
export interface StoredRules {
  /** False where the user has set none, and the usual ones stand in. */
  readonly isSet: boolean;
  /** The one name of a person who has several. */
  readonly nameOf: (name: string) => string;
  /** The rules, the earliest first, at an instant: milliseconds. */
  readonly at: (asOf: number) => readonly Rules[];
  /** The same text: the same rules. */
  readonly text: string;
}

/** @param moment.today `YYYY-MM-DD`: by its rules people have one name each. */
export async function readRules(
  database: Database,
  { today, zone }: Zoned & { readonly today: string },
): Promise<StoredRules> {
  const [settings, stored, ends] = await Promise.all([
    readSettings(database),
    database.process.toArray(),
    readEnds(database),
  ]);
  const isSet = stored.length > 0;
  const versions: readonly ProcessVersion[] = isSet
    ? stored.toSorted((a, b) => (a.from < b.from ? -1 : 1))
    : [defaultProcess(today, zone)];
  const teams: readonly Team[] = settings.teams ?? [];
  const nameOf = oneNameEach(processOn(versions, today));
  return {
    isSet,
    nameOf,
    at: (asOf) => versions.map((version) => rulesOf(version, { nameOf, teams, ends, asOf })),
    text: JSON.stringify([isSet, versions, teams, ends]),
  };
}

/** Stages that the CRM calls won or lost, where it does so of one name alone, or the user has. */
async function readEnds(database: Database): Promise<readonly EndStage[]> {
  const outcomes = new Map<string, string>();
  const say = (name: string, outcome: string | null | undefined) => {
    const known = outcomes.get(name);
    if (outcome) outcomes.set(name, known === undefined || known === outcome ? outcome : 'both');
  };
  for (const { stage, outcome } of await database.stages.toArray()) say(stage, outcome);
  for (const { stages } of await database.table<Mapping, [string, string]>('mappings').toArray())
    for (const { name, outcome } of stages) say(name, outcome);
  return [...outcomes].flatMap(([name, outcome]) =>
    outcome === 'won' || outcome === 'lost' ? [{ name, outcome }] : [],
  );
}
