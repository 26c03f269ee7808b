import { closingDay } from '../deal/closing-day';
import type { Deal } from '../deal/deal';
import { sumUnit } from '../deal/sum-unit';
import type { DealInput, Moment } from './request';
import { sourceClass } from './source-class';

/** How the store's texts become the core's. */
export interface Reading {
  /** See `momentReader`: a bare day is all of it by the clock of the business calendar. */
  readonly read: (text: string) => Moment | undefined;
  /** The one name of a person who has several. */
  readonly nameOf: (name: string) => string;
  /** `YYYY-MM-DD`: a closed deal's close date that is still ahead tells nothing. */
  readonly today: string;
}

/** A stored deal as the core takes it. What was never shown and what was shown empty are both `null` there. */
export function dealInputOf(deal: Deal, { read, nameOf, today }: Reading): DealInput {
  const moment = (text: string | null | undefined): Moment | null =>
    text === null || text === undefined ? null : (read(text) ?? null);
  const person = (name: string | null | undefined): string | null => (name ? nameOf(name) : null);
  const { source = null, meetingHeld = null, hotPass = null } = deal;
  return {
    id: deal.key,
    createdAt: moment(deal.createdOn),
    createdBy: person(deal.createdBy),
    owner: person(deal.owner),
    sdr: person(deal.sdr),
    stage: deal.stage || null,
    outcome: deal.outcome ?? null,
    closedAt: moment(closingDay(deal, today)?.on),
    amountMinor: deal.amountMinor ?? null,
    currency: sumUnit(deal),
    source: source && (sourceClass(source) ?? source),
    account: deal.account || null,
    lostReason: deal.lostReason ?? null,
    qualification: qualificationOf(deal),
    firstTouchAt: moment(deal.firstTouchAt),
    meetingSetFor: moment(deal.meetingSetFor),
    meetingHeld,
    // A meeting that is set tells nothing of it: when it was booked nobody says.
    hotPass,
  };
}

/** A deal's next step is a field of its own in the store, and one of the qualification fields of a pass. */
function qualificationOf({ qualification, nextStep }: Deal): DealInput['qualification'] {
  if (nextStep === undefined) return qualification ?? null;
  return { nextStep, ...qualification };
}
