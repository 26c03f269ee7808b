import { countedKinds, type ListFilter } from '../../lib/pipeline/list/list-filter';

/** What the hash of the deals' view says: which deals, and which of them is open beside the list. */
export interface DealFilter extends ListFilter {
  /** Whose deals: see `scopeId`. The view makes owners of it. */
  readonly scope?: string;
  /** Key of the deal whose drawer is open. */
  readonly deal?: string;
}

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
    scope: text('scope'),
    deal: text('deal'),
  };
  // Absent and undefined are two things under exactOptionalPropertyTypes; only what is there goes on.
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
