import { call } from '../browser/evaluate';
import { quiet } from '../browser/targets';
import { timeRow } from '../row';
import { scanner } from '../scanner';
import { inTurns } from '../statistics';
import type { BrowserMeasure } from './measure';

/** Against a plain strict `bulkPut` of the same rows; message, checks, merging, columns and guards are in it. */
const BUDGET = 3;
/** A batch that was stored already costs no more than it did the first time. */
const REPLAY_BUDGET = 1;

/**
 * 500 visible, changed deals from the content script to the acknowledgement, which means that the disk has them: against
 * a strict `bulkPut` of the same rows in the same worker, into a store of as many deals under the same indexes.
 */
export const scan: BrowserMeasure = {
  name: 'scan',
  in: 'browser',
  async run(bench) {
    const { chromium, pairs, sizes, say } = bench;
    const size = sizes.at(-1) ?? '1k';
    const { worker, ...scans } = await scanner(bench);
    say('Copying the store for the plain side …');
    await call(worker, 'fillPlain', []);
    // Whatever a write sets off comes after its acknowledgement; it is not to slow the next one down.
    const calm = (work: (round: number) => Promise<number>) => async (round: number) => {
      await quiet(chromium);
      return work(round);
    };
    const plain = (keys: (round: number) => readonly string[]) =>
      calm((round) => call<number>(worker, 'putPlain', [keys(round)]));
    say(`Scans of 500 deals: ${pairs} rounds of 5 …`);
    const times = await inTurns(
      {
        scattered: calm((round) => scans.send(scans.scattered(round))),
        replay: calm(() => scans.replay()),
        plainScattered: plain(scans.scattered),
        together: calm((round) => scans.send(scans.together(round))),
        plainTogether: plain(scans.together),
      },
      pairs,
    );
    await scans.close();
    const { scattered, together, replay, plainScattered, plainTogether } = times;
    const name = `scan/${size}`;
    return [
      timeRow(`${name}/scattered-vs-bulkPut`, { ours: scattered, baseline: plainScattered, budget: BUDGET }),
      timeRow(`${name}/together-vs-bulkPut`, { ours: together, baseline: plainTogether, budget: BUDGET }),
      timeRow(`${name}/replay-vs-first`, { ours: replay, baseline: scattered, budget: REPLAY_BUDGET }),
    ];
  },
};
