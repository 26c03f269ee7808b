import { ask } from '../../lib/messages/ask';
import { sendMessage } from '../../lib/messages/client';
import type { OwnRows } from '../../lib/messages/own-rows';

/** Has the worker store rows that this page makes, where they are what can be stored. @throws Error where it does not answer */
export async function saveRows(rows: OwnRows) {
  const { refusalOf } = await import('../../lib/messages/check-own');
  const refusal = rows.put && refusalOf(rows.table, rows.put);
  return refusal ?? ask(() => sendMessage('saveRows', rows));
}
