import type { Deal } from '../../deal/deal';
import { isCounted } from '../../deal/is-counted';
import { flags, outcomes, type Chunk } from './columns';
import { dayNumber } from './day-number';
import { instantMicros } from './instant-micros';
import { originWord } from './origin-word';
import { unitWord } from './unit-word';

/** A row of `deals`, or of `unidentified` with what else the columns must know of it. */
export interface SlotRow {
  readonly deal: Omit<Deal, 'id'>;
  readonly stray?: { readonly fingerprint: string; readonly isBound: boolean; readonly isChosen: boolean };
}

/**
 * Writes a row into its place in a chunk; `undefined` empties the place.
 *
 * @param wordOf The number of a word; it makes new words known.
 */
export function encodeSlot(
  { chunk, at }: { readonly chunk: Chunk; readonly at: number },
  row: SlotRow | undefined,
  wordOf: (word: string) => number,
): void {
  const word = (text: string | null | undefined) => (typeof text === 'string' ? wordOf(text) : 0);
  const deal = row?.deal;
  chunk.flags[at] = row === undefined ? 0 : flagsOf(row);
  chunk.amountMinor[at] = deal === undefined ? 0 : (deal.amountMinor ?? Number.NaN);
  chunk.seenMicros[at] = deal === undefined ? 0 : instantMicros(deal.seenAt);
  chunk.closeOn[at] = dayNumber(deal?.closeOn);
  chunk.closedOn[at] = dayNumber(deal?.closedOn);
  chunk.oddsMillionths[at] = deal === undefined ? 0 : Math.round((deal.crmProbability ?? -1e-6) * 1e6);
  chunk.unit[at] = word(deal && unitWord(deal));
  chunk.origin[at] = word(deal && originWord(deal));
  chunk.stage[at] = word(deal?.stage);
  chunk.owner[at] = word(deal?.owner);
  chunk.seenAs[at] = word(deal?.seenAs);
}

function flagsOf({ deal, stray }: SlotRow): number {
  return (
    outcomes.indexOf(deal.outcome ?? undefined) |
    flags.filled |
    (deal.removedAt === undefined ? 0 : flags.removed) |
    (deal.amountExact === false ? flags.rounded : 0) |
    (stray === undefined
      ? 0
      : flags.stray |
        (stray.isBound ? flags.bound : 0) |
        (stray.isChosen ? flags.chosen : 0) |
        (isCounted(stray.fingerprint) ? flags.numbered : 0))
  );
}
