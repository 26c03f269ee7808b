import { dealKey } from '../../lib/deal/deal-key';
import type { ChangeField, Deal, DealChange } from '../../lib/deal/deal';
import { defaultProcess } from '../../lib/deal/default-process';
import type { ProcessVersion } from '../../lib/deal/process';
import { PEOPLE, STAGES } from './people';
import type { Demo } from './types';

const [crm, host] = ['sample', 'crm.example.com'];

/** Key under which the store has a deal of the sample CRM. */
export function keyOf(id: string): string {
  return dealKey(crm, host, id);
}

const nameOf = (id: string): string => PEOPLE.find((person) => person.id === id)?.name ?? id;

/** The sample CRM as a store has it that has read every page and the whole history. */
export function asStore({ deals, changes, today }: Demo) {
  const at = `${today}T00:00:00.000Z`;
  return {
    deals: deals.map((one): Deal => ({
      key: keyOf(one.id),
      crm,
      tenant: host,
      host,
      id: one.id,
      name: one.name,
      account: one.account,
      owner: nameOf(one.owner),
      createdBy: nameOf(one.createdBy),
      sdr: one.sdr === null ? null : nameOf(one.sdr),
      stage: one.stage,
      outcome: one.outcome,
      source: one.source,
      amountMinor: one.amount === null ? null : Math.round(one.amount * 100),
      amountExact: true,
      currency: one.currency,
      createdOn: one.createdAt.slice(0, 10),
      closeOn: one.closeOn,
      closedOn: one.closedOn,
      nextStep: one.nextStep,
      firstTouchAt: one.firstTouchAt,
      meetingSetFor: one.meetingSetFor,
      meetingHeld: one.meetingHeld,
      lostReason: one.lostReason,
      qualification: { ...one.qualification },
      sources: {},
      firstSeenAt: at,
      seenAt: at,
      seenVia: 'api',
      contentHash: one.id,
    })),
    changes: changes.flatMap(({ deal, field, from, to, at: instant }): DealChange[] => {
      if (field === 'amount' || field === 'closeOn') return [];
      const side = (value: string | number | null) =>
        field === 'owner' && typeof value === 'string' ? nameOf(value) : value;
      return [
        {
          key: keyOf(deal),
          field: field satisfies ChangeField,
          from: side(from),
          to: side(to),
          at: instant,
          notBefore: instant,
          source: 'history',
        },
      ];
    }),
  };
}

/** Who is who in the sample CRM, and how its baton passes. */
export function asProcess(from: string): ProcessVersion {
  const usual = defaultProcess(from, 'UTC');
  return {
    ...usual,
    people: PEOPLE.map(({ name, role }) => ({ name, roles: [role], aliases: [] })),
    stages: STAGES.filter(({ outcome }) => outcome === 'open').map(({ id, role }) => ({
      name: id,
      role: role ?? null,
      isQualified: role === 'ae',
      isNurture: false,
    })),
    fields: ['authority', 'need', 'urgency', 'money'].map((id) => ({ id, weight: 1 })),
  };
}
