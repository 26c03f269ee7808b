// @ts-check
// Deals of the long lists: invented, the same for page and test, every text made of the deal's number and revision.

export const HEADINGS = [
  'Deal',
  'Account',
  'Stage',
  'Amount',
  'Close date',
  'Owner',
  'Probability',
  'Last activity',
  'Created',
  'Source',
  'Next step',
  'Region',
];

const KINDS = ['rollout', 'renewal', 'pilot', 'migration', 'extension', 'licence', 'audit'];
const FIRMS = [
  'Havblik',
  'Nordvest',
  'Lindal',
  'Bregne',
  'Solhave',
  'Kvist',
  'Fjordby',
  'Elmegaard',
  'Skovly',
];
const OWNERS = ['Ida Holm', 'Per Lund', 'Mette Dahl', 'Jonas Krag', 'Lea Vang'];
const STAGES = ['Scoping', 'Qualified', 'Proposal', 'Negotiation', 'Closed won', 'Closed lost'];
const SHARES = [10, 25, 50, 75, 100, 0];
const SOURCES = ['Referral', 'Web', 'Event', 'Outbound'];
const STEPS = ['Call back', 'Send the offer', 'Meet the board', 'Check the terms', '–'];
const REGIONS = ['North', 'South', 'East', 'West'];

/**
 * The deal with a number, as it stands after so many revisions.
 * @param {number} number 0 and up
 * @param {number} [revision]
 */
export function dealAt(number, revision = 0) {
  const turn = number * 7 + revision * 3;
  const cents = ((number * 48611 + revision * 1297) % 90000000) + 100000;
  return {
    id: String(100003 + number * 7),
    name: `${pick(FIRMS, number * 5)} ${pick(KINDS, number)} ${number}`,
    account: `${pick(FIRMS, number * 3)} ${pick(REGIONS, number)} A/S`,
    stage: pick(STAGES, turn),
    // Every fourth amount is whole: its comma alone would not say that it groups.
    amountMinor: number % 4 === 0 ? cents - (cents % 100) : cents,
    closeOn: dayAfter('2026-01-01', (number * 13 + revision) % 720),
    owner: pick(OWNERS, number * 2 + revision),
    share: pick(SHARES, turn),
    lastActivityOn: dayAfter('2025-06-01', (number * 5) % 300),
    createdOn: dayAfter('2024-01-01', (number * 3) % 500),
    source: pick(SOURCES, number),
    nextStep: pick(STEPS, number + revision),
    region: pick(REGIONS, number),
  };
}

/**
 * The texts of a deal's cells, in the order of the headings, as a British page writes them.
 * @param {ReturnType<typeof dealAt>} deal
 */
export function cellsOf(deal) {
  return [
    deal.name,
    deal.account,
    deal.stage,
    moneyText(deal.amountMinor),
    dayText(deal.closeOn),
    deal.owner,
    `${deal.share}%`,
    dayText(deal.lastActivityOn),
    dayText(deal.createdOn),
    deal.source,
    deal.nextStep,
    deal.region,
  ];
}

/** @param {number} minor */
function moneyText(minor) {
  const whole = String(Math.trunc(minor / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const cents = minor % 100;
  return cents === 0 ? `€${whole}` : `€${whole}.${String(cents).padStart(2, '0')}`;
}

/** @param {string} iso */
function dayText(iso) {
  const [year, month, day] = iso.split('-');
  return `${day}/${month}/${year}`;
}

/** @param {string} from @param {number} days */
function dayAfter(from, days) {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** @template T @param {readonly T[]} list @param {number} turn @returns {T} */
function pick(list, turn) {
  return list[turn % list.length];
}
