import type { Survey } from '../../lib/deal/mapping';
import { sendMessage } from '../../lib/messages/client';
import { surfaceTab } from './tab-site';

/** What is understood of the view that a tab shows; `undefined`: there is nothing to correct, or nothing reads it. */
export async function surveyOf(tabId: number | undefined): Promise<Survey | undefined> {
  const tab = await surfaceTab(tabId);
  if (tab === undefined) return undefined;
  const found = await sendMessage('survey', {}, tab.id).catch(() => undefined);
  return found === undefined || 'none' in found ? undefined : found;
}

/** Tells a tab all that the user has said of its host's views; it reads its page so at once. */
export async function tellTaught(tabId: number | undefined, tenant: string): Promise<void> {
  const [tab, { readerDatabase }, { mappingsOf }] = await Promise.all([
    surfaceTab(tabId),
    import('../../lib/store/live'),
    import('../../lib/store/mappings'),
  ]);
  if (tab === undefined) return;
  const mappings = await mappingsOf(readerDatabase(), tenant);
  await sendMessage('taught', { mappings }, tab.id).catch(() => undefined);
}
