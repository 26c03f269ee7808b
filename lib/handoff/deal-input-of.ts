import { closingDay } from '../deal/closing-day';
import type { Deal, DealChange } from '../deal/deal';
import type { ChangeInput, DealInput, FieldInput, FieldValue, Moment } from './request';
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
  const { source = null, meetingHeld = null } = deal;
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
    currency: deal.currency ?? null,
    source: source && (sourceClass(source) ?? source),
    account: deal.account || null,
    lostReason: deal.lostReason ?? null,
    qualification: qualificationOf(deal),
    firstTouchAt: moment(deal.firstTouchAt),
    meetingSetFor: moment(deal.meetingSetFor),
    meetingHeld,
    // No CRM's page says so.
    hotPass: null,
  };
}

/** A deal's next step is a field of its own in the store, and one of the qualification fields of a pass. */
function qualificationOf({ qualification, nextStep }: Deal): DealInput['qualification'] {
  if (nextStep === undefined) return qualification ?? null;
  return { nextStep, ...qualification };
}

/** A deal's stored changes as the core takes them: each somewhere between `notBefore` and `at`. */
export function changeInputsOf(
  own: readonly DealChange[],
  nameOf: Reading['nameOf'],
): readonly ChangeInput[] {
  return own.flatMap(({ key, field, from, to, at, notBefore }): ChangeInput[] => {
    const named = field === 'nextStep' ? 'qualification.nextStep' : field;
    if (named !== 'owner' && named !== 'stage' && named !== 'outcome' && !named.startsWith('qualification.'))
      return [];
    const value = (side: FieldValue): FieldValue =>
      named === 'owner' && typeof side === 'string' && side !== '' ? nameOf(side) : side;
    const [a, b] = [Date.parse(notBefore), Date.parse(at)];
    return [
      {
        deal: key,
        field: named,
        from: value(from),
        to: value(to),
        at: { from: Math.min(a, b), to: Math.max(a, b) },
      },
    ];
  });
}

/** Of the team's fields those that were ever shown of the deal: what no page shows is not known, and not empty. */
export function shownFields(
  { qualification }: DealInput,
  changes: readonly ChangeInput[],
  fields: readonly FieldInput[],
): readonly FieldInput[] {
  return fields.filter(
    ({ id }) =>
      (qualification !== null && Object.hasOwn(qualification, id)) ||
      changes.some(({ field }) => field === `qualification.${id}`),
  );
}
