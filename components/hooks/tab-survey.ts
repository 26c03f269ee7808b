import type { Survey } from '../../lib/deal/mapping';
import { sendMessage } from '../../lib/messages/client';
import { tellTabs } from '../../lib/messages/tell-tabs';
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

/** Tells every tab all that the user has said of its host's views; a page that is taught is read so at once. */
export async function tellTaught(): Promise<void> {
  const [{ readerDatabase }, { mappingsOf }] = await Promise.all([
    import('../../lib/store/live'),
    import('../../lib/store/mappings'),
  ]);
  const database = readerDatabase();
  await tellTabs(async (tab) => {
    const { host } = await sendMessage('readerState', {}, tab);
    await sendMessage('taught', { mappings: await mappingsOf(database, host) }, tab);
  });
}
