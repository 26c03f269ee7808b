import type { Outcome } from '../../deal/deal';
import { SyncStopped, type StatedPerson, type StatedStage } from '../adapter';
import { ifGranted } from '../sync/caller';
import { idOf, isRecord, keyOf, recordsOf, textOf } from '../sync/guards';
import type { HubspotApi, Row } from './api';

/** Names by the ids that deals have. */
export interface HubspotWords {
  readonly stages: ReadonlyMap<string, StatedStage>;
  readonly owners: ReadonlyMap<string, string>;
  /** Users have other ids than owners (facts.md 2.4). */
  readonly users: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  readonly people: readonly StatedPerson[];
}

/**
 * Stages, by the public interface, which is likely to answer to a page's session and was not seen to (facts.md 2.3):
 * where it does not, stages are not told, and nothing else is missing. Owners likewise.
 */
export async function readWords(api: HubspotApi): Promise<HubspotWords> {
  const stages = new Map<string, StatedStage>();
  for (const row of (await ifGranted(api.pipelines())) ?? []) addStages(row, stages);
  const [owners, users, teams] = [
    new Map<string, string>(),
    new Map<string, string>(),
    new Map<string, string>(),
  ];
  const people: StatedPerson[] = [];
  for (const row of (await ifGranted(api.owners())) ?? []) {
    const id = idOf(row['id']);
    const name = [row['firstName'], row['lastName']].flatMap((part) => textOf(part) ?? []).join(' ');
    const shown = name === '' ? textOf(row['email']) : name;
    if (id === undefined || shown === undefined) continue;
    owners.set(id, shown);
    people.push({ id, name: shown });
    const user = idOf(row['userId']);
    if (user !== undefined) users.set(user, shown);
    for (const team of recordsOf(row['teams']) ?? []) {
      const [teamId, teamName] = [idOf(team['id']), textOf(team['name'])];
      if (teamId !== undefined && teamName !== undefined) teams.set(teamId, teamName);
    }
  }
  return { stages, owners, users, teams, people: people.slice(0, 10_000) };
}

function addStages(row: Row, stages: Map<string, StatedStage>): void {
  const pipeline = textOf(row['label']);
  const rows = recordsOf(row['stages']);
  if (pipeline === undefined || rows === undefined) throw new SyncStopped('layout-unknown', 'pipelines');
  for (const stage of rows) {
    const [id, name] = [keyOf(stage['id']), textOf(stage['label'])];
    const { metadata, displayOrder } = stage;
    if (id === undefined || name === undefined || !isRecord(metadata))
      throw new SyncStopped('layout-unknown', 'pipelines');
    const probability = shareOfText(metadata['probability']);
    stages.set(id, {
      pipeline,
      stage: name,
      name,
      order: typeof displayOrder === 'number' ? displayOrder : 0,
      ...(probability === undefined ? {} : { probability }),
      outcome: outcomeOf(metadata['isClosed'], probability),
    });
  }
}

/** facts.md 2.4: a closed stage with a chance of one is won, and with none lost. */
function outcomeOf(isClosed: unknown, probability: number | undefined): Outcome {
  if (isClosed === 'false' || isClosed === false) return 'open';
  if (probability === 1) return 'won';
  if (probability === 0) return 'lost';
  throw new SyncStopped('layout-unknown', 'pipelines');
}

/** A share 0..1 that is written as text, as every value here is (facts.md 2.4). */
export function shareOfText(value: unknown): number | undefined {
  return typeof value === 'string' && /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(value) ? Number(value) : undefined;
}
