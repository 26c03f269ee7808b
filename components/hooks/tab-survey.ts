import type { Survey } from '../../lib/deal/mapping';
import { sendMessage } from '../../lib/messages/client';
import { surfaceTab } from './tab-site';

/** What is understood of the view that a tab shows; `undefined`: there is nothing to correct, or nothing reads it. */
export async function surveyOf(tabId: number | undefined): Promise<Survey | undefined> {
  const tab = await surfaceTab(tabId);
  if (tab === undefined) return undefined;
  const found = await sendMessage('survey', {}, tab.id).catch(() => undefined);
  if (found === undefined || 'none' in found) return undefined;
  // Where it does not come, the panel does all that it can do without.
  await sendMessage('startTeach', { tabId: tab.id }).catch(() => undefined);
  return found;
}

/** Marks a column on the tab's page; `null`: none. */
export async function markColumn(tabId: number | undefined, key: string | null): Promise<void> {
  const tab = await surfaceTab(tabId);
  if (tab !== undefined) await sendMessage('markColumn', { key }, tab.id).catch(() => undefined);
}

/** The column at which the user points on the tab's page; `null`: none. */
export async function pointAtColumn(tabId: number | undefined): Promise<string | null> {
  const tab = await surfaceTab(tabId);
  if (tab === undefined) return null;
  const answer = await sendMessage('pointAtColumn', {}, tab.id).catch(() => undefined);
  return answer?.key ?? null;
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
