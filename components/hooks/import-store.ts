import { sendMessage } from '../../lib/messages/client';
import type { Imported } from '../../lib/messages/protocol';
import { importBackup } from '../../lib/store/backup/import-backup';

/** Reads, checks and stores a backup file; the service worker writes it. */
export function importFile(file: File, onProgress?: (share: number) => void): Promise<Imported> {
  return importBackup(file, {
    send: (step) => sendMessage('importStep', step),
    name: crypto.randomUUID(),
    onProgress,
  });
}
