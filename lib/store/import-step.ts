import type { Table } from 'dexie';
import type { ImportedStep, ImportStep, ImportWork } from '../messages/import-steps';
import type { Database } from './database';
import { importDeals } from './import-deals';
import { fillTable, importSettings } from './import-others';
import { bindStrays, importStrayChanges, importStrays } from './import-strays';
import { write } from './write';

/** The last step that was taken, in `summary`. */
interface LastStep {
  readonly scope: 'import';
  readonly name: string;
  readonly nth: number;
  readonly answer: ImportedStep;
}

/**
 * Takes one step of an import in one strict transaction. The same step again, whose answer was lost, changes nothing and
 * is answered the same: what is new stays counted as new.
 */
export async function importStep(database: Database, { name, nth, work }: ImportStep): Promise<ImportedStep> {
  const steps = database.table<LastStep, string>('summary');
  return write(database, tablesOf(database, work), async () => {
    const last = await steps.get('import');
    if (last?.name === name && last.nth === nth) return last.answer;
    const answer = await join(database, work);
    await steps.put({ scope: 'import', name, nth, answer });
    return answer;
  });
}

function tablesOf(database: Database, work: ImportWork): readonly Table[] {
  const { deals, changes, unidentified, settings } = database;
  switch (work.kind) {
    case 'copies':
      return [deals, changes];
    case 'strays':
      return [deals, unidentified];
    case 'stray-changes':
      return [changes];
    case 'bind':
      return [deals, changes, unidentified];
    case 'fill':
      return [database.table(work.table)];
    case 'settings':
      return [settings];
  }
}

async function join(database: Database, work: ImportWork): Promise<ImportedStep> {
  switch (work.kind) {
    case 'copies':
      return importDeals(database, work.rows);
    case 'strays':
      return importStrays(database, work.rows);
    case 'stray-changes':
      return importStrayChanges(database, work.rows);
    case 'bind':
      return bindStrays(database, work.after);
    case 'fill':
      return fillTable(database, work.table, work.rows);
    case 'settings':
      return importSettings(database, work.rows);
  }
}
