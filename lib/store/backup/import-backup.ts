import type { ImportedStep, ImportStep, ImportWork } from '../../messages/import-steps';
import { createOutbox } from '../../messages/outbox';
import type { Imported, Refusal } from '../../messages/protocol';
import { rowsIn } from './backup-rows';
import { checkBackup, type CheckedBackup } from './check-backup';
import { dealCopies } from './deal-copies';
import { reportOf } from './import-report';
import { parcels } from './parcels';

export interface ImportOptions {
  /** Hands the worker one step. */
  readonly send: (step: ImportStep) => Promise<ImportedStep | Refusal>;
  /** Name of this import: chance, so that no other has it. */
  readonly name: string;
  /** Told which share of the backup's rows is stored, 0 to 1, once all of it has been checked. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** How long a worker may take no step until it is taken to take none any more, in milliseconds. */
  readonly patienceMs?: number;
}

/** A step may wait for others' writes before its own. */
const silenceMs = 30_000;

/**
 * Adds a backup to the store. All of it is checked first: a bad one changes nothing. Then it is joined with what is
 * here, in steps of some 500 rows, so that pages are still read and stored meanwhile:
 *
 * - Deals field by field, the better evidence wins; their changes are those that both know of together, and none that
 *   the CRM's own history has replaced (`joinCopies`).
 * - Looks at pages, and what was said of lists: the later one. Rates, targets, stages, people, frozen forecasts, rules of passing, verdicts: the row that is here stays, the backup fills what is missing.
 * - Settings: the backup's only where the user has set none.
 *
 * Imported once more, or of this very store, it changes nothing: one that was broken off is imported again.
 *
 * @throws Error where the worker takes no more steps; what it has taken is stored
 */
export async function importBackup(file: Blob, options: ImportOptions): Promise<Imported> {
  const { send, name, onProgress, patienceMs = 120_000 } = options;
  const backup = await checkBackup(file);
  if (backup.kind === 'refused') return backup;

  const answers: ImportedStep[] = [];
  let done = 0;
  const take = async (work: ImportWork): Promise<ImportedStep> => {
    const outbox = createOutbox({ send, signal: AbortSignal.timeout(patienceMs), patienceMs: silenceMs });
    const delivery = await outbox.deliver({ name, nth: answers.length, work });
    if (delivery.kind !== 'acked') throw new Error(`an import was broken off: ${delivery.kind}`);
    answers.push(delivery.ack);
    done += rowsOf(work);
    onProgress?.(Math.min(1, done / Math.max(1, backup.rows)));
    return delivery.ack;
  };

  onProgress?.(0);
  for await (const work of dealWorks(backup)) await take(work);
  const free = new Set(answers.flatMap(({ free: keys = [] }) => keys));
  for await (const work of strayChanges(backup, free)) await take(work);
  let after: ImportedStep['after'];
  do ({ after } = await take({ kind: 'bind', rows: [], ...(after === undefined ? {} : { after }) }));
  while (after !== undefined);
  for await (const work of otherWorks(backup)) await take(work);
  return reportOf(answers);
}

/** Deals first: a row without id is bound to no deal that is not there. */
async function* dealWorks(backup: CheckedBackup): AsyncGenerator<ImportWork> {
  for await (const rows of parcels(dealCopies(backup))) yield { kind: 'copies', rows };
  for await (const rows of parcels(rowsIn(backup, 'unidentified'))) yield { kind: 'strays', rows };
}

async function* strayChanges(backup: CheckedBackup, free: ReadonlySet<string>): AsyncGenerator<ImportWork> {
  if (free.size === 0) return;
  for await (const rows of parcels(rowsIn(backup, 'changes'))) {
    const own = rows.filter(({ key }) => free.has(key));
    if (own.length > 0) yield { kind: 'stray-changes', rows: own };
  }
}

/** Tables of which the row that is here stays. */
const filled = [
  'sightings',
  'rates',
  'targets',
  'stages',
  'people',
  'snapshots',
  'mappings',
  'process',
  'verdicts',
] as const;

async function* otherWorks(backup: CheckedBackup): AsyncGenerator<ImportWork> {
  for (const table of filled)
    for await (const rows of parcels(rowsIn(backup, table))) yield { kind: 'fill', table, rows };
  for await (const rows of parcels(rowsIn(backup, 'leads'))) yield { kind: 'leads', rows };
  for await (const rows of parcels(rowsIn(backup, 'settings'))) yield { kind: 'settings', rows };
}

/** Rows of the backup that a step brings for the first time. */
function rowsOf({ kind, rows }: ImportWork): number {
  if (kind === 'copies')
    return rows.reduce((sum, { deal, changes }) => sum + changes.length + (deal === undefined ? 0 : 1), 0);
  return kind === 'stray-changes' ? 0 : rows.length;
}
