import type { ChangeInput, DealInput, VerdictInput } from './request';

/** What is seen on deals at all: where something is nowhere, a screen says how to supply it. */
export const SEEN = [
  'deals',
  'sdr',
  'ownerChange',
  /** That a lead became. */
  'lead',
  'stageChange',
  'qualification',
  'touch',
  'meeting',
  /** That say of a pass whether it was hot, or of which somebody has said so. */
  'hot',
] as const;

/** Numbers of deals. */
export type Seen = Record<(typeof SEEN)[number], number>;

interface Told {
  readonly changes: readonly ChangeInput[];
  readonly isOfLead: boolean;
  readonly said: readonly VerdictInput[];
}

/** What is seen on one deal: a bit for each of {@link SEEN}. */
export function seen(deal: DealInput, { changes, isOfLead, said }: Told): number {
  const has = (field: string) => changes.some((change) => change.field === field);
  const is: Record<(typeof SEEN)[number], boolean> = {
    deals: true,
    sdr: deal.sdr !== null,
    ownerChange: has('owner'),
    lead: isOfLead,
    stageChange: has('stage'),
    // A next step is one of them, and stands on nearly every page.
    qualification: Object.keys(deal.qualification ?? {}).some((id) => id !== 'nextStep'),
    touch: deal.firstTouchAt !== null,
    meeting: deal.meetingHeld !== null,
    hot: deal.hotPass !== null || said.some(({ hot }) => hot !== null),
  };
  return SEEN.reduce((bits, name, nth) => (is[name] ? bits | (1 << nth) : bits), 0);
}
