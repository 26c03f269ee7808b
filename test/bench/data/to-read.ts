import { PEOPLE } from '../../demo/people';
import type { Deal } from '../../demo/types';
import type { DealRead, DealValues } from '../../../lib/deal/deal';

const names = new Map(PEOPLE.map(({ id, name }) => [id, name]));

/** The full name of a person of the sample CRM. */
export function nameOf(id: string): string {
  return names.get(id) ?? id;
}

/** A deal as a complete view or an interface shows it: about 25 fields. `at`: instant of the read. */
export function toRead(deal: Deal, at: string): DealRead {
  const { name, account, amount, currency, stage, outcome, probability, owner, closeOn } = deal;
  const values: DealValues = {
    number: `D-${deal.id}`,
    name,
    account,
    amount: amount === null ? null : { decimal: amount.toFixed(2), currency },
    stage,
    outcome,
    crmProbability: probability,
    owner: nameOf(owner),
    closeOn,
    lastActivityOn: deal.lastActivityOn,
    nextStep: deal.nextStep,
    forecastCategory: deal.forecastCategory,
    createdBy: nameOf(deal.createdBy),
    sdr: deal.sdr === null ? null : nameOf(deal.sdr),
    source: deal.source,
    channel: deal.channel,
    createdOn: deal.createdAt.slice(0, 10),
    closedOn: deal.closedOn,
    nextStepOn: deal.nextStepOn,
    firstTouchAt: deal.firstTouchAt,
    meetingSetFor: deal.meetingSetFor,
    meetingHeld: deal.meetingHeld,
    lostReason: deal.lostReason,
    qualification: { ...deal.qualification },
  };
  return { id: deal.id, values, at };
}
