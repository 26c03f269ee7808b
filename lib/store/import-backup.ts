import type { Imported } from '../messages/protocol';
import { checkBackup } from './check-backup';
import type { Database } from './database';
import { importDeals } from './import-deals';
import { importOthers } from './import-others';
import { importStrays } from './import-strays';

/**
 * Adds a backup to the store. All of it is checked first: a bad one changes nothing. Then it is joined with what is
 * here, in transactions of some 500 rows, so that pages are still read and stored meanwhile:
 *
 * - Deals field by field, the better evidence wins; their changes are those that both know of together, and none that
 *   the CRM's own history has replaced (`joinCopies`).
 * - Looks at pages: the later one. Rates, stages, people: the row that is here stays, the backup fills what is missing.
 * - Settings: the backup's only where the user has set none.
 *
 * Imported once more, or of this very store, it changes nothing: one that was broken off is imported again.
 */
export async function importBackup(database: Database, text: string): Promise<Imported> {
  const checked = checkBackup(text);
  if (checked.kind === 'refused') return checked;
  const { rows } = checked;
  const deals = await importDeals(database, rows.deals, rows.changes);
  const strays = await importStrays(database, rows.unidentified, deals.orphans);
  const others = await importOthers(database, rows);
  return {
    kind: 'imported',
    deals: {
      added: deals.added + strays.added,
      updated: deals.updated + strays.updated,
      unchanged: deals.unchanged + strays.unchanged,
    },
    changes: deals.changes + strays.changes,
    ...others,
  };
}
