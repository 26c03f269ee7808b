import { compare, type Stored } from '../compare';
import { readStore } from '../read-store';
import type { Room } from '../room';
import type { World } from '../world';
import { pause } from '../pause';
import type { Outcome, Trial } from './round';

/** Silence of this length means that nothing fits any more. */
const silenceMs = 3000;

/**
 * Takes away all the room there is, and writes on: what was acknowledged must stay readable and a sentence must say
 * what is wrong; when there is room again, the same writes must be acknowledged without anybody's help.
 */
export async function noRoomRound({ world, draw }: Trial, room: Room): Promise<Outcome> {
  const broken: string[] = [];
  const before = world.write();
  await pause(draw.whole(300, 800));
  await before.finish();

  await room.take();
  const writing = world.write();
  const acknowledged = await countUntilSilent(world);
  const { ledger, session } = world;
  // A browser whose store broke for want of room may have begun an empty one: there is nothing to be read in that.
  const reading = await readStore(session).then(
    (stored) => (isEmpty(stored) ? undefined : compare(ledger, stored)),
    () => undefined,
  );
  if (reading !== undefined && reading.lost.length + reading.partial.length > 0)
    broken.push('what could be read meanwhile was less than what is owed');
  const sentence = await sentenceOf(world, (text) => text !== '');
  if (sentence === '') broken.push('no sentence said what is wrong');

  await room.giveBack();
  const freed = performance.now();
  await Promise.race([writing.finish(), pause(60_000)]);
  if (ledger.pending.length > 0) {
    broken.push('nothing was acknowledged within a minute after there was room again');
    await writing.stop();
  }
  const seconds = ((performance.now() - freed) / 1000).toFixed(1);
  if ((await sentenceOf(world, (text) => text === '')) !== '') broken.push('the sentence stayed');
  const looks = [await world.look()];
  await world.close();
  looks.push(await world.open());
  // The browser cannot open a store without room to write: where it has closed it, nothing can be read meanwhile.
  const readable = reading === undefined ? 'not readable meanwhile' : 'readable meanwhile';
  const detail =
    `${acknowledged} rows still fitted, ${readable}, said: "${sentence.slice(0, 60)}"; ` +
    `all acknowledged ${seconds} s after there was room`;
  return { detail, looks, broken };
}

function isEmpty({ deals, changes, rates, me }: Stored): boolean {
  return deals.length + changes.length + rates.length === 0 && me === undefined;
}

async function countUntilSilent({ ledger }: World): Promise<number> {
  const start = ledger.acknowledged;
  for (let last = -1; ledger.acknowledged !== last;) {
    last = ledger.acknowledged;
    await pause(silenceMs);
  }
  return ledger.acknowledged - start;
}

/** What the popup says is wrong; waits some seconds for it to be as wanted. */
async function sentenceOf({ session }: World, isWanted: (text: string) => boolean): Promise<string> {
  const popup = await session.open('popup.html');
  try {
    for (let waited = 0; ; waited += 200) {
      const text = await popup.call(textOfError, 'error');
      if (isWanted(text) || waited >= 10_000) return text;
      await pause(200);
    }
  } finally {
    await popup.close();
  }
}

/** Runs in the browser. */
function textOfError(testid: string): string {
  return document.querySelector(`[data-testid="${testid}"]`)?.textContent ?? '';
}
