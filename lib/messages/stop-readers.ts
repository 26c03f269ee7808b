import { everyTab } from '../hosts/register';
import { sendMessage } from './client';

/**
 * Ends the readers that run in open tabs, and what they drew, on the hosts that are meant. They begin again when their
 * page is loaded anew, where they may.
 *
 * @returns The hosts on which one has ended.
 */
export async function stopReaders(isMeant: (host: string) => boolean | Promise<boolean>): Promise<string[]> {
  const ended = await Promise.all((await everyTab()).map((tab) => stopIn(tab, isMeant)));
  return [...new Set(ended.flatMap((host) => host ?? []))];
}

async function stopIn(
  tab: number,
  isMeant: (host: string) => boolean | Promise<boolean>,
): Promise<string | undefined> {
  // A tab without a reader does not answer.
  const host = (await sendMessage('readerState', {}, tab).catch(() => undefined))?.host;
  if (host === undefined || !(await isMeant(host))) return undefined;
  const answer = await sendMessage('stopReading', { hosts: [host] }, tab).catch(() => undefined);
  return answer?.stopped === true ? host : undefined;
}
