import { applyEdit, type Edit } from './patch';
import { PEOPLE } from './people';
import type { Change, Deal } from './types';

export const VIEWS = ['open', 'won', 'lost', 'all'] as const;
export type View = (typeof VIEWS)[number];

const SORTS = {
  name: (deal: Deal) => deal.name,
  account: (deal: Deal) => deal.account,
  stage: (deal: Deal) => deal.probability,
  amount: (deal: Deal) => deal.amount ?? -1,
  closeOn: (deal: Deal) => deal.closeOn,
  owner: (deal: Deal) => PEOPLE.find((person) => person.id === deal.owner)?.name ?? '',
  lastActivityOn: (deal: Deal) => deal.lastActivityOn,
} as const;

export interface Query {
  readonly view: View;
  /** From 1. */
  readonly page: number;
  readonly size: number;
  /** Words to find in the deal's or account's name. */
  readonly words?: string;
  /** A field of SORTS, with a minus before it for the highest first; without it, what closes soonest or closed last. */
  readonly sort?: string;
}

export interface Page {
  readonly total: number;
  readonly page: number;
  readonly deals: readonly Deal[];
}

export interface Store {
  list(query: Query): Page;
  get(id: string): Deal | undefined;
  /** The deal's changes, oldest first. */
  history(id: string): readonly Change[];
  /** The deal as it stands after the edit. */
  edit(deal: Deal, edit: Edit, at: number): Deal;
}

/** Keeps the CRM's data in memory and changes it in place: the given data is what the CRM shows. */
export function createStore(deals: readonly Deal[], changes: Change[]): Store {
  const byId = new Map(deals.map((deal) => [deal.id, deal]));
  return {
    get: (id) => byId.get(id),
    history: (id) => changes.filter((change) => change.deal === id),
    list({ view, page, size, words = '', sort = view === 'open' ? 'closeOn' : '-closeOn' }) {
      const found = deals.filter(
        (deal) => (view === 'all' || deal.outcome === view) && mentions(deal, words),
      );
      const last = Math.max(1, Math.ceil(found.length / size));
      const shown = Math.min(page, last);
      return {
        total: found.length,
        page: shown,
        deals: sorted(found, sort).slice((shown - 1) * size, shown * size),
      };
    },
    edit(deal, edit, at) {
      // The wall clock may be behind the last change: history must not run backwards.
      const previous = changes.findLast((change) => change.deal === deal.id)?.at;
      applyEdit(changes, deal, edit, Math.max(at, previous === undefined ? 0 : Date.parse(previous)));
      return deal;
    },
  };
}

/** True where deals can be sorted by it, with or without a minus. */
export function isSort(text: string): boolean {
  return Object.hasOwn(SORTS, text.replace(/^-/, ''));
}

function mentions(deal: Deal, words: string): boolean {
  const text = `${deal.name} ${deal.account}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function sorted(deals: readonly Deal[], sort: string): Deal[] {
  const key = SORTS[sort.replace(/^-/, '') as keyof typeof SORTS] ?? SORTS.closeOn; // checked by isSort at the border
  const sign = sort.startsWith('-') ? -1 : 1;
  return deals.toSorted((a, b) => sign * compare(key(a), key(b)) || compare(a.id, b.id));
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'da');
}
