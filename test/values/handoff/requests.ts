/** Parts of the requests whose answers are worked out by hand beside them. */
export const calendar = {
  timeZone: 'Europe/Copenhagen',
  weekdays: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '17:00',
  holidays: ['2026-01-01'],
};

export const process = {
  stages: [
    { id: 'Prospect', order: 0, role: 'sdr', outcome: 'open', nurture: false },
    { id: 'New', order: 1, role: 'ae', outcome: 'open', nurture: false },
    { id: 'Nurture', order: 1, role: 'sdr', outcome: 'open', nurture: true },
    { id: 'Qualified', order: 2, role: 'ae', outcome: 'open', nurture: false },
    { id: 'Won', order: 3, role: 'ae', outcome: 'won', nurture: false },
    { id: 'Lost', order: 4, role: 'ae', outcome: 'lost', nurture: false },
  ],
  qualifiedStage: 'Qualified',
  decideWithinDays: 30,
  touchWithinHours: 4,
};

export const people = [
  { id: 'ana', role: 'sdr', team: 'north' },
  { id: 'cy', role: 'sdr', team: 'north' },
  { id: 'ben', role: 'ae', team: 'north' },
  { id: 'eva', role: 'ae', team: 'north' },
  { id: 'max', role: 'manager', team: 'north' },
];

export const base = {
  v: 1,
  id: 'case',
  asOf: '2026-03-31T00:00:00Z',
  people,
  process,
  calendar,
  fields: [
    { id: 'authority', weight: 2 },
    { id: 'need', weight: 1 },
    { id: 'money', weight: 1 },
  ],
  deals: [] as object[],
  leads: [] as object[],
  verdicts: [] as object[],
  changes: [] as object[],
};

/** A change of which the moment is known. */
export function change(
  deal: string,
  field: string,
  values: readonly [string | null, string | null, string],
): object {
  const [from, to, at] = values;
  return { deal, field, from, to, at };
}

/** The deal's owner changes from ana to ben. */
export const pass = (deal: string, at: string): object => change(deal, 'owner', ['ana', 'ben', at]);
