import type { Outcome } from '../../deal/deal';

export type TrytonState = 'lead' | 'opportunity' | 'converted' | 'won' | 'cancelled' | 'lost';

interface StateFacts {
  readonly order: number;
  readonly outcome: Outcome;
  /** What lists show, in the languages that we know: English, then German. */
  readonly labels: readonly [english: string, german: string];
}

/**
 * Tryton's states of an opportunity are its stages. A converted one has a quotation that is not confirmed: still
 * open. A cancelled one has ended without a sale.
 */
export const trytonStates: Readonly<Record<TrytonState, StateFacts>> = {
  lead: { order: 1, outcome: 'open', labels: ['Lead', 'Interessent'] },
  opportunity: { order: 2, outcome: 'open', labels: ['Opportunity', 'Verkaufschance'] },
  converted: { order: 3, outcome: 'open', labels: ['Converted', 'Umgewandelt'] },
  won: { order: 4, outcome: 'won', labels: ['Won', 'Gewonnen'] },
  cancelled: { order: 5, outcome: 'lost', labels: ['Cancelled', 'Annulliert'] },
  lost: { order: 6, outcome: 'lost', labels: ['Lost', 'Verlust'] },
};

export const openStates = (Object.keys(trytonStates) as TrytonState[]).filter(
  (state) => trytonStates[state].outcome === 'open',
);

export function isTrytonState(value: unknown): value is TrytonState {
  return typeof value === 'string' && Object.hasOwn(trytonStates, value);
}

/** The state behind a list's text, or `undefined` for a text that we do not know. */
export function stateOfLabel(label: string): TrytonState | undefined {
  return (Object.keys(trytonStates) as TrytonState[]).find((state) =>
    trytonStates[state].labels.includes(label),
  );
}
