import { hopedClose } from './birth';
import { setField } from './book';
import { addDays, dayOf, DAY, officeTime, startOf } from './days';
import type { Draw } from './draw';
import { NEXT_STEPS } from './names';
import type { Change, Deal } from './types';

export interface Span {
  readonly from: number;
  /** Not included. */
  readonly to: number;
  /** 1 where the owner looks after the deal; more is rarer. */
  readonly pace: number;
}

/** The owner's upkeep of an open deal between two moves: next steps, slips, new amounts. */
export function work(draw: Draw, deal: Deal, { from, to, pace }: Span, changes: Change[]): void {
  let at = officeTime(draw, from, draw.logNormal(8, 0.4) * pace);
  while (at < to) {
    deal.lastActivityOn = dayOf(at);
    planNextStep(draw, deal, at, changes);
    slip(draw, deal, at, changes);
    reprice(draw, deal, at, changes);
    at = officeTime(draw, at, draw.logNormal(8, 0.4) * pace);
  }
}

function planNextStep(draw: Draw, deal: Deal, at: number, changes: Change[]): void {
  if (deal.stage === 'Won' || deal.stage === 'Lost' || !draw.chance(0.35)) return;
  setField(changes, deal, {
    field: 'nextStep',
    to: draw.chance(0.9) ? draw.pick(NEXT_STEPS[deal.stage]) : null,
    at,
  });
  deal.nextStepOn =
    deal.nextStep === null || draw.chance(0.3) ? null : dayOf(officeTime(draw, at, draw.between(2, 14)));
}

/** An expected close date that has come, or comes too soon for the stage, is mostly but not always moved. */
function slip(draw: Draw, deal: Deal, at: number, changes: Change[]): void {
  const daysLeft = (startOf(deal.closeOn) - at) / DAY;
  const soon = deal.stage === 'Negotiation' ? 0 : 12;
  const p = daysLeft <= 0 ? 0.6 : daysLeft < soon ? 0.3 : 0.01;
  if (!draw.chance(p)) return;
  const later = addDays(daysLeft > 0 ? deal.closeOn : dayOf(at), draw.between(14, 60));
  setField(changes, deal, { field: 'closeOn', to: hopedClose(draw, later), at });
}

function reprice(draw: Draw, deal: Deal, at: number, changes: Change[]): void {
  if (deal.stage !== 'Proposal' && deal.stage !== 'Negotiation') return;
  if (!draw.chance(0.1)) return;
  const amount = (deal.amount ?? draw.whole(60, 260) * 100) * draw.between(0.75, 1.2);
  setField(changes, deal, { field: 'amount', to: Math.max(100, Math.round(amount / 100) * 100), at });
}
