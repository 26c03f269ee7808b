import { leftAlone } from '../hosts/left-alone';
import { sendMessage } from './client';

/** Whether a tab has a reader, or is to have none for now. */
export async function hasReader(tab: number): Promise<boolean> {
  if ((await leftAlone()).includes(tab)) return true;
  return sendMessage('readerState', {}, tab).then(
    () => true,
    () => false,
  );
}
