import { hopedClose } from './birth';
import { decide, moveTo, pass, setField, type Book } from './book';
import { addDays, dayOf, instant, officeTime, startOf } from './days';
import type { Draw } from './draw';
import { LOST_REASONS, RETURN_REASONS } from './names';
import { idsOf, isSdr } from './people';
import { plan, worth, type MoveKind } from './plan';
import { work } from './work';
import type { Deal, StageId } from './types';

const FORWARD: Partial<Record<StageId, StageId>> = {
  New: 'Qualified',
  Qualified: 'Proposal',
  Proposal: 'Negotiation',
};
const BACK: Partial<Record<StageId, StageId>> = { Proposal: 'Qualified', Negotiation: 'Proposal' };

/** Lets the deal live from its creation up to (not including) `until`, writing down all that happens. */
export function live(draw: Draw, deal: Deal, until: number, book: Book): void {
  const value = worth(draw, deal);
  let passes = 0;
  let now = Date.parse(deal.createdAt);

  while (deal.outcome === 'open') {
    const { move, afterDays, asleep } = plan(draw, deal, value, passes);
    const at = officeTime(draw, now, afterDays);
    const end = Math.min(at, until);
    if (passes > 0 && deal.stage === 'New' && !isSdr(deal.owner)) touch(draw, deal, now, end);
    work(draw, deal, { from: now, to: end, pace: asleep ? 6 : 1 }, book.changes);
    if (at >= until) return;

    apply(draw, deal, move, at, book);
    if (move === 'pass') {
      passes += 1;
      bookMeeting(draw, deal, at, until);
    }
    now = at;
    if (deal.stage === 'Lost') now = reopen(draw, deal, at, until, book);
  }
}

function apply(draw: Draw, deal: Deal, move: MoveKind, at: number, book: Book): void {
  switch (move) {
    case 'pass':
      return pass(book, deal, draw.pick(idsOf('ae')), at);
    case 'return':
      return giveBack(draw, deal, at, book);
    case 'reassign':
      return setField(book.changes, deal, { field: 'owner', to: draw.pick(idsOf('ae')), at });
    case 'accept':
      moveTo(book.changes, deal, 'Qualified', at);
      return decide(book, deal, 'accepted', at);
    case 'advance':
      return moveTo(book.changes, deal, FORWARD[deal.stage] ?? deal.stage, at);
    case 'back':
      return moveTo(book.changes, deal, BACK[deal.stage] ?? deal.stage, at);
    case 'win':
      return win(draw, deal, at, book);
    case 'lose':
      return lose(draw, deal, at, book);
  }
}

function giveBack(draw: Draw, deal: Deal, at: number, book: Book): void {
  if (deal.sdr === null) return;
  const reason = draw.weighted(RETURN_REASONS);
  decide(book, deal, 'recycled', at, reason);
  setField(book.changes, deal, { field: 'owner', to: deal.sdr, at, reason });
  moveTo(book.changes, deal, 'New', at);
}

function win(draw: Draw, deal: Deal, at: number, book: Book): void {
  // A last discount, and an amount at last for the few deals that never had one.
  const agreed = deal.amount === null ? draw.whole(60, 260) * 100 : deal.amount * draw.between(0.8, 1);
  if (deal.amount === null || draw.chance(0.35)) {
    setField(book.changes, deal, { field: 'amount', to: Math.round(agreed / 50) * 50, at });
  }
  moveTo(book.changes, deal, 'Won', at);
}

function lose(draw: Draw, deal: Deal, at: number, book: Book): void {
  const early = deal.stage === 'New';
  const reason = early ? draw.weighted(RETURN_REASONS) : draw.weighted(LOST_REASONS);
  if (early) decide(book, deal, 'rejected', at, reason);
  moveTo(book.changes, deal, 'Lost', at);
  deal.lostReason = reason;
}

/** A few lost deals come back some weeks later; returns the moment up to which the deal has lived. */
function reopen(draw: Draw, deal: Deal, lostAt: number, until: number, book: Book): number {
  const at = officeTime(draw, lostAt, draw.logNormal(45, 0.4));
  if (isSdr(deal.owner) || !draw.chance(0.05) || at >= until) return lostAt;
  moveTo(book.changes, deal, 'Qualified', at);
  setField(book.changes, deal, { field: 'closeOn', to: hopedClose(draw, addDays(dayOf(at), 60)), at });
  return at;
}

function touch(draw: Draw, deal: Deal, passedAt: number, end: number): void {
  const at = officeTime(draw, passedAt, draw.logNormal(0.2, 1));
  if (at < end) deal.firstTouchAt = instant(at);
}

function bookMeeting(draw: Draw, deal: Deal, passedAt: number, until: number): void {
  if (!draw.chance(0.65)) return;
  const day = startOf(dayOf(officeTime(draw, passedAt, draw.between(1, 9))));
  const at = day + draw.whole(16, 30) * 1_800_000;
  deal.meetingSetFor = instant(at);
  deal.meetingHeld = at < until ? draw.chance(0.78) : null;
}
