import type { Outcome } from '../../lib/deal/deal';

/** Which deals a view shows. Every figure of the popup has the filter that gives exactly its deals. */
export interface DealFilter {
  readonly outcome?: Outcome | 'unknown';
  /** First day inside: closing date of closed deals, expected closing date of the others. */
  readonly from?: string;
  /** First day after. */
  readonly to?: string;
  readonly host?: string;
  /** ISO code, or the sign as shown, or `?` where neither was. */
  readonly currency?: string;
  /** How the deal stands to the sums; see {@link Counted}. */
  readonly counted?: Counted;
  readonly search?: string;
  /** Key of the deal whose drawer is open. */
  readonly deal?: string;
}

/**
 * `sum`: in the reporting currency's sum. `weighted`: in it, and with odds. `apart`: no rate. `no-amount`,
 * `no-odds` (with an amount), `no-date`: what the sums leave out. `rounded`: in the sum, but shown rounded. `close-date`: closed, and placed
 * in its period by the close date alone.
 */
export type Counted = (typeof countedKinds)[number];
export const countedKinds = [
  'sum',
  'weighted',
  'apart',
  'no-amount',
  'no-odds',
  'no-date',
  'close-date',
  'rounded',
] as const;

const outcomes = ['open', 'won', 'lost', 'unknown'] as const;
const plainDate = /^\d{4}-\d{2}-\d{2}$/;

/** `#/deals?outcome=open&counted=sum`. Empty filters give `#/deals`. */
export function dealsHash(filter: DealFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? '#/deals' : `#/deals?${text}`;
}

/** The inverse of {@link dealsHash}. Hashes are typed and bookmarked by people: what is not understood is left out. */
export function parseDealsHash(hash: string): DealFilter {
  const query = new URLSearchParams(hash.split('?')[1] ?? '');
  const text = (name: string) => query.get(name) || undefined;
  const date = (name: string) => (plainDate.test(query.get(name) ?? '') ? text(name) : undefined);
  const filter = {
    outcome: outcomes.find((outcome) => outcome === query.get('outcome')),
    from: date('from'),
    to: date('to'),
    host: text('host'),
    currency: text('currency'),
    counted: countedKinds.find((kind) => kind === query.get('counted')),
    search: text('search'),
    deal: text('deal'),
  };
  // Absent and undefined are two things under exactOptionalPropertyTypes; only what is there goes on.
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
