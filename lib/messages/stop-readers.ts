import { sendMessage } from './client';
import { tellTabs } from './tell-tabs';

type IsMeant = (host: string) => boolean | Promise<boolean>;

/**
 * Ends the readers that run in open tabs, and what they drew, on the hosts that are meant. They begin again when their
 * page is loaded anew, where they may.
 *
 * @returns The tabs in which one has ended.
 */
export async function stopReaders(isMeant: IsMeant): Promise<number[]> {
  const ended: number[] = [];
  await tellTabs(async (tab) => {
    if (await stopIn(tab, isMeant)) ended.push(tab);
  });
  return ended;
}

async function stopIn(tab: number, isMeant: IsMeant): Promise<boolean> {
  // A tab without a reader does not answer.
  const host = (await sendMessage('readerState', {}, tab).catch(() => undefined))?.host;
  if (host === undefined || !(await isMeant(host))) return false;
  const answer = await sendMessage('stopReading', { hosts: [host] }, tab).catch(() => undefined);
  return answer?.stopped === true;
}
