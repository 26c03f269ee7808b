import { sizeInEur } from './birth';
import type { Draw } from './draw';
import { FILLERS } from './names';
import { isSdr, skillOf } from './people';
import type { Deal } from './types';

export type MoveKind = 'pass' | 'accept' | 'return' | 'reassign' | 'advance' | 'back' | 'win' | 'lose';

export interface Plan {
  readonly move: MoveKind;
  readonly afterDays: number;
  /** Nobody works on the deal meanwhile. */
  readonly asleep: boolean;
}

interface Step {
  readonly medianDays: number;
  readonly spread: number;
  readonly weights: Readonly<Record<MoveKind, number>>;
}

const NEVER = { pass: 0, accept: 0, return: 0, reassign: 0, advance: 0, back: 0, win: 0, lose: 0 } as const;

/** How good the deal is, in log-odds around 0: drawn once, never shown. */
export function worth(draw: Draw, deal: Deal): number {
  const bySource = { Referral: 0.7, Inbound: 0.05, Outbound: -0.25 }[deal.source];
  return (
    bySource - 0.3 * Math.log(sizeInEur(deal) / 14_000) + 0.2 * (answered(deal) - 3) + 0.5 * draw.normal()
  );
}

/** What happens to the deal next, and when. `passes` counts the hand-overs so far. */
export function plan(draw: Draw, deal: Deal, worthOfDeal: number, passes: number): Plan {
  const better = Math.exp(worthOfDeal + (isSdr(deal.owner) ? 0 : skillOf(deal.owner)));
  const { medianDays, spread, weights } = stepOf(deal, better, passes);
  const asleep = draw.chance(0.11);
  const size = (sizeInEur(deal) / 14_000) ** 0.2;
  const days = draw.logNormal(medianDays, spread) * (isSdr(deal.owner) ? 1 : size);
  return { move: draw.weighted(weights), afterDays: asleep ? days * 3.5 + 12 : days, asleep };
}

function stepOf(deal: Deal, better: number, passes: number): Step {
  if (isSdr(deal.owner)) {
    // Once or twice returned: the SDR nurtures it, and after three tries gives up.
    const patience = passes === 0 ? 5 : 3 - passes;
    return {
      medianDays: passes === 0 ? 9 : 30,
      spread: 0.6,
      weights: { ...NEVER, pass: patience * better, lose: 0.8 },
    };
  }
  const returnable = deal.sdr === null ? 0 : 1;
  switch (deal.stage) {
    case 'New':
      return {
        medianDays: 4.5,
        spread: 0.9,
        weights: { ...NEVER, accept: 5 * better, return: returnable, lose: 0.7 },
      };
    case 'Qualified':
      return {
        medianDays: 23,
        spread: 0.75,
        weights: { ...NEVER, advance: 2.4 * better, lose: 1, return: 0.14 * returnable, reassign: 0.1 },
      };
    case 'Proposal':
      return {
        medianDays: 29,
        spread: 0.75,
        weights: {
          ...NEVER,
          advance: 2.2 * better,
          win: 0.15 * better,
          lose: 0.95,
          back: 0.35,
          reassign: 0.1,
        },
      };
    default:
      return { medianDays: 25, spread: 0.7, weights: { ...NEVER, win: 2.2 * better, lose: 0.7, back: 0.45 } };
  }
}

function answered({ qualification }: Deal): number {
  const { authority, need, urgency, money } = qualification;
  const fillers: readonly (string | null)[] = [null, ...FILLERS];
  return [authority, need, urgency, money].filter((answer) => !fillers.includes(answer)).length;
}
