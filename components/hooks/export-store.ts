import { backupChunks } from '../../lib/export/backup-chunks';
import { saveFile } from '../../lib/export/save-file';
import { toCsv } from '../../lib/export/to-csv';
import { readBackup, readDealChunks, readQualificationIds } from '../../lib/store/read-backup';
import { readerDatabase } from '../../lib/store/live';

/** Saves everything that a backup carries as one JSON file. */
export async function exportJson(exportedAt: string): Promise<void> {
  await saveBackup('stafet', exportedAt);
}

/** Saves what the user has said of lists alone, as a backup that colleagues import. */
export async function exportMappings(exportedAt: string): Promise<void> {
  await saveBackup('stafet-lists', exportedAt, ['mappings']);
}

async function saveBackup(
  name: string,
  exportedAt: string,
  tables?: Parameters<typeof readBackup>[1],
): Promise<void> {
  const parts: string[] = [];
  const rows = readBackup(readerDatabase(), tables);
  for await (const part of backupChunks({ stafet: 1, exportedAt }, rows)) parts.push(part);
  saveFile(`${name}-${exportedAt.slice(0, 10)}.json`, 'application/json', parts);
}

/** Saves the deals as a table for a spreadsheet. */
export async function exportCsv(today: string): Promise<void> {
  const database = readerDatabase();
  const qualification = await readQualificationIds(database);
  const parts: string[] = [];
  for await (const deals of readDealChunks(database)) {
    parts.push(toCsv(deals, { withHeader: parts.length === 0, qualification }));
  }
  if (parts.length === 0) parts.push(toCsv([], { qualification }));
  // The mark tells spreadsheets that the text is UTF-8.
  saveFile(`stafet-deals-${today}.csv`, 'text/csv', ['\ufeff', ...parts]);
}
