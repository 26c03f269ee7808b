/** A deal that nobody has. */
export interface Invented {
  readonly name: string;
  readonly account: string;
  /** In hundredths; `null`: none is given. */
  readonly minor: number | null;
  /** What others would take for the amount: weighted by a probability, or in another currency. */
  readonly decoy: number;
  readonly stage: string;
  readonly closeOn: string;
  readonly owner: string;
}

/** Names that look like markup, a name twice, a closed one, one without an amount, days that could be months. */
export const invented: readonly Invented[] = [
  {
    name: 'Harbour cranes',
    account: 'Nordkaj Logistik',
    minor: 1_525_050,
    decoy: 915_030,
    stage: 'Negotiation',
    closeOn: '2027-03-25',
    owner: 'Birte Kolbe',
  },
  {
    name: '<b>Roof</b> & "Süd" tiles',
    account: 'Falkenried Bau GmbH',
    minor: 93_000_000,
    decoy: 18_600_000,
    stage: 'Proposal',
    closeOn: '2027-04-05',
    owner: 'Liv Aasen',
  },
  {
    name: 'Annual service 2027',
    account: 'Mühlbach AG',
    minor: 3_634_000,
    decoy: 3_997_400,
    stage: 'Closed Won',
    closeOn: '2027-02-26',
    owner: 'Birte Kolbe',
  },
  {
    name: 'Harbour cranes',
    account: 'Vestkaj A/S',
    minor: null,
    decoy: 1_200,
    stage: 'Qualification',
    closeOn: '2027-12-31',
    owner: 'Liv Aasen',
  },
];

/** The outcome that a stage's name states. */
export function outcomeOf({ stage }: Invented): { readonly outcome?: 'won' } {
  return stage === 'Closed Won' ? { outcome: 'won' } : {};
}

/** One of them by its place. */
export function deal(nth: number): Invented {
  const one = invented[nth];
  if (one === undefined) throw new Error(`There is no deal ${nth}.`);
  return one;
}
