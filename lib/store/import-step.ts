import type { Table } from 'dexie';
import { countLeads } from '../deal/count-leads';
import type { ImportedStep, ImportStep, ImportWork } from '../messages/import-steps';
import { writeDeals } from './columns/write-deals';
import type { Database } from './database';
import { importDeals } from './import-deals';
import { fillTable, importSettings } from './import-others';
import { importReads } from './import-reads';
import { joinLeads } from './join-leads';
import { bindStrays, importStrayChanges, importStrays } from './import-strays';

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
  return writeDeals(database, tablesOf(database, work), async () => {
    const last = await steps.get('import');
    if (last?.name === name && last.nth === nth) return last.answer;
    const answer = await join(database, work);
    await steps.put({ scope: 'import', name, nth, answer });
    return answer;
  });
}

/** Beside the tables of deals. */
function tablesOf(database: Database, work: ImportWork): readonly Table[] {
  switch (work.kind) {
    case 'copies':
    case 'reads':
    case 'stray-changes':
    case 'bind':
      return [database.changes];
    case 'strays':
      return [];
    case 'leads':
      return [database.leads];
    case 'fill':
      return [database.table(work.table)];
    case 'settings':
      return [database.settings];
  }
}

async function join(database: Database, work: ImportWork): Promise<ImportedStep> {
  switch (work.kind) {
    case 'copies':
      return importDeals(database, work.rows);
    case 'reads':
      return importReads(database, work.place, work.rows);
    case 'leads':
      return { leads: countLeads(await joinLeads(database, work.rows)) };
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
