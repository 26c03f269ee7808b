import { addDays, dayOf, instant, monthEnd } from './days';
import type { Draw } from './draw';
import {
  ANSWERS,
  CHANNELS,
  COMPANIES,
  FILLERS,
  FIRST_NAMES,
  LAST_NAMES,
  NEXT_STEPS,
  PRODUCTS,
} from './names';
import { categoryOf, idsOf, stageOf } from './people';
import type { Deal, Qualification, Source } from './types';

const SOURCES = { Referral: 18, Inbound: 37, Outbound: 45 } as const;
const FOUND_BY_SDR = { Referral: 0.35, Inbound: 0.7, Outbound: 0.9 } as const;
const DKK_PER_EUR = 7.46;

/** A deal as it stands in the moment of its creation. */
export function newDeal(draw: Draw, id: string, at: number): Deal {
  const company = draw.pick(COMPANIES);
  const source: Source = draw.weighted(SOURCES);
  const sdr = draw.chance(FOUND_BY_SDR[source]) ? draw.pick(idsOf('sdr')) : null;
  const owner = sdr ?? draw.pick(idsOf('ae'));
  // AEs enter their own deals when there is something to sell; an SDR's always start at the first stage.
  const stage = sdr === null && draw.chance(0.6) ? 'Qualified' : 'New';
  const createdOn = dayOf(at);

  return {
    id,
    name: `${company.short} – ${draw.pick(PRODUCTS)}`,
    account: company.account,
    website: company.website,
    contact: `${draw.pick(FIRST_NAMES)} ${draw.pick(LAST_NAMES)}`,
    ...price(draw),
    sdr,
    createdBy: owner,
    owner,
    source,
    channel: draw.weighted(CHANNELS[source]),
    createdAt: instant(at),
    qualification: qualification(draw, sdr === 'emil' ? 0.6 : 0.78),
    stage,
    outcome: 'open',
    closeOn: hopedClose(draw, addDays(createdOn, draw.logNormal(80, 0.35))),
    closedOn: null,
    probability: stageOf(stage).probability,
    forecastCategory: categoryOf(stage),
    nextStep: draw.chance(0.8) ? draw.pick(NEXT_STEPS[stage]) : null,
    nextStepOn: null,
    lastActivityOn: createdOn,
    firstTouchAt: null,
    meetingSetFor: null,
    meetingHeld: null,
    lostReason: null,
  };
}

/** Reps like month ends: most expected close dates are moved to one. */
export function hopedClose(draw: Draw, day: string): string {
  return draw.chance(0.6) ? monthEnd(day) : day;
}

/** The deal's amount in euros, or the usual one where it has none; for comparing sizes, not for adding up. */
export function sizeInEur(deal: Deal): number {
  if (deal.amount === null) return 14_000;
  return deal.currency === 'DKK' ? deal.amount / DKK_PER_EUR : deal.amount;
}

function price(draw: Draw): Pick<Deal, 'amount' | 'currency'> {
  const eur = draw.logNormal(14_000, 0.8);
  const currency = draw.chance(0.3) ? 'DKK' : 'EUR';
  if (draw.chance(0.03)) return { amount: null, currency };
  const cents = draw.chance(0.08) ? 0.5 : 0;
  if (currency === 'DKK') return { amount: Math.round((eur * DKK_PER_EUR) / 500) * 500 + cents, currency };
  return { amount: Math.max(1, Math.round(eur / 100)) * 100 + cents, currency };
}

function qualification(draw: Draw, care: number): Qualification {
  const answer = (field: keyof Qualification): string | null => {
    if (draw.chance(care)) return draw.pick(ANSWERS[field]);
    return draw.chance(0.35) ? draw.pick(FILLERS) : null;
  };
  return {
    authority: answer('authority'),
    need: answer('need'),
    urgency: answer('urgency'),
    money: answer('money'),
  };
}
