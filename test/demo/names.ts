import type { Weights } from './draw';
import type { Channel, Source } from './types';

// All invented. Domains are example.com and example.org, which nobody can own.

const PLACES = [
  'Bregnemark',
  'Klitfyr',
  'Tangsund',
  'Elmdrup',
  'Søhjort',
  'Birkvang',
  'Ravnstrand',
  'Lyngtofte',
  'Gråbjerg',
  'Åmunde',
  'Havtorne',
  'Kvistgren',
  'Mosevig',
  'Pileholt',
  'Rønnefalk',
  'Skærløb',
  'Torneby',
  'Uglekær',
  'Vindbakke',
  'Ærtedal',
  'Ørnfjell',
  'Hällnäs',
  'Tallmyr',
  'Koivuranta',
] as const;

const TRADES = [
  'Logistik',
  'Energi',
  'Foods',
  'Marine',
  'Tekstil',
  'Byg',
  'Analytics',
  'Møbler',
  'Robotics',
  'Klinik',
  'Papir',
] as const;

const FORMS = ['A/S', 'ApS', 'AB', 'AS', 'Oy'] as const;

export interface Company {
  readonly account: string;
  /** The name that people use in speech, without trade and legal form. */
  readonly short: string;
  readonly website: string;
}

/** 96 companies, each place in four trades. */
export const COMPANIES: readonly Company[] = PLACES.flatMap((town, place) =>
  [0, 1, 2, 3].map((round) => {
    const trade = TRADES[(place * 3 + round * 2) % TRADES.length] ?? TRADES[0];
    const form = FORMS[(place + round) % FORMS.length] ?? FORMS[0];
    const host = `${town}-${trade}`
      .toLowerCase()
      .replace(/[åäæöø]/g, (letter) => ({ å: 'aa', ö: 'oe', ø: 'oe' })[letter] ?? 'ae');
    return {
      account: `${town} ${trade} ${form}`,
      short: town,
      website: `${host}.example.${round % 2 === 0 ? 'com' : 'org'}`,
    };
  }),
);

export const PRODUCTS = [
  'Fleet licence',
  'Route planning',
  'Pilot',
  'Framework agreement',
  'Warehouse module',
  'Support plan',
  'Data export',
  'Driver app',
  'Renewal',
  'Second site',
  'Customer portal',
  'Training',
  'Cold chain add-on',
  'Yard scheduling',
] as const;

export const FIRST_NAMES = [
  'Liv',
  'Anker',
  'Sofie',
  'Torben',
  'Ylva',
  'Rasmus',
  'Ebba',
  'Jukka',
  'Nanna',
  'Stig',
  'Maiken',
  'Håkon',
] as const;
export const LAST_NAMES = [
  'Aagaard',
  'Brink',
  'Dalsgård',
  'Eklöf',
  'Fjelde',
  'Grøn',
  'Hult',
  'Iversholt',
  'Korpi',
  'Madvig',
] as const;

export const CHANNELS: Readonly<Record<Source, Weights<Channel>>> = {
  Referral: { 'E-mail': 3, Phone: 2, Event: 2 },
  Inbound: { Web: 6, 'E-mail': 2, Event: 2, Phone: 1 },
  Outbound: { Phone: 4, 'E-mail': 4, Social: 3 },
};

export const FILLERS = ['tbd', 'n/a', '?', '-', 'unknown'] as const;

export const ANSWERS = {
  authority: [
    'CFO',
    'CEO signs himself',
    'Head of operations',
    'COO, board approves above 50k',
    'IT director and purchasing',
    'Owner',
  ],
  need: [
    'Replaces two old systems',
    'Late deliveries cost customers',
    'Manual planning, three people',
    'New warehouse in spring',
    'Audit finding',
    'Growth from 40 to 90 vehicles',
  ],
  urgency: [
    'Contract ends this year',
    'Go-live before summer',
    'Wants to start next month',
    'Decision at the next board meeting',
    'No fixed date, but pushing',
  ],
  money: [
    'In this year’s budget',
    'Budget from operations',
    'About 15k a year, approved',
    'Must be found, CFO positive',
    'Budget round in the autumn',
  ],
} as const;

export const NEXT_STEPS = {
  New: ['Find the decision maker', 'Call back', 'Send introduction', 'Book first meeting'],
  Qualified: ['Discovery call', 'Map current process', 'Demo for the team', 'Meet the CFO'],
  Proposal: ['Send proposal', 'Walk through proposal', 'Adjust scope', 'Reference call'],
  Negotiation: ['Legal review', 'Agree payment terms', 'Send contract', 'Signature'],
} as const;

export const RETURN_REASONS = {
  'not fit': 3,
  'no authority': 5,
  'no need': 4,
  timing: 6,
  duplicate: 1,
  'bad data': 2,
  'existing customer': 1,
} as const;

export const LOST_REASONS = {
  Price: 5,
  'No decision': 6,
  Competitor: 5,
  Timing: 3,
  'No budget': 3,
  'Missing feature': 2,
} as const;
