import { dealKey } from '../../lib/deal/deal-key';
import type { DealRead } from '../../lib/deal/deal';

/** One state of one invented deal: everything about it follows from these three. */
export interface Version {
  readonly id: string;
  /** 1 when it is first seen; each edit raises it. */
  readonly version: number;
  /** When the page showed it. */
  readonly at: string;
}

/** What the store must hold of a deal: the same names as in its row. */
export type DealRow = ReturnType<typeof dealRow>;

/** What the store must hold of one change: the same names as in its row. */
export interface ChangeRow {
  readonly key: string;
  readonly field: string;
  readonly from: string | number;
  readonly to: string | number;
  readonly at: string;
  readonly notBefore: string;
}

export const crm = 'invented';
const stages = ['First call', 'Discovery', 'Offer', 'Negotiation', 'Signing'];
const owners = ['Ada Byron', 'Bo Lund', 'Cy Trent'];
// A deal with its sources is about as long as a real one.
const filler = 'The north plant asks for a second line, with delivery before the frost. '.repeat(4);

/** The row that the store must hold for a deal in this state, without what the store adds of its own. */
export function dealRow(tenant: string, { id, version, at }: Version) {
  const nth = Number(id);
  return {
    key: dealKey(crm, tenant, id),
    id,
    number: `D-${id}`,
    name: `Deal ${id}, ${version}. ${filler}`,
    account: `Account ${nth % 97}`,
    amountMinor: (1000 + nth * 7 + version) * 100 + (version % 100),
    currency: 'EUR',
    stage: stages[version % stages.length] ?? '',
    owner: owners[Math.floor((nth + version) / 3) % owners.length] ?? '',
    outcome: 'open',
    closeOn: day(40 + ((nth + Math.floor(version / 2)) % 300)),
    createdOn: day(nth % 40),
    nextStep: `Call ${id} for the ${version}. time`,
    seenAt: at,
  };
}

/** The same as the page's script sends it. */
export function dealRead(tenant: string, state: Version): DealRead {
  const { key: _key, id, amountMinor, currency, seenAt, ...shown } = dealRow(tenant, state);
  const decimal = `${Math.floor(amountMinor / 100)}.${String(amountMinor % 100).padStart(2, '0')}`;
  return { id, at: seenAt, values: { ...shown, outcome: 'open', amount: { decimal, currency } } };
}

/** Fields whose every change the store keeps. */
const watched = ['stage', 'amountMinor', 'owner', 'closeOn', 'nextStep'] as const;

/** The changes that the store must hold of an edit. */
export function changeRows(tenant: string, before: Version, after: Version): ChangeRow[] {
  const [old, now] = [dealRow(tenant, before), dealRow(tenant, after)];
  return watched
    .filter((field) => old[field] !== now[field])
    .map((field) => ({
      key: now.key,
      field,
      from: old[field],
      to: now[field],
      at: after.at,
      notBefore: before.at,
    }));
}

function day(nth: number): string {
  return new Date(Date.UTC(2026, 0, 1 + nth)).toISOString().slice(0, 10);
}
