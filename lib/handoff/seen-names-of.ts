import type { Deal, DealChange } from '../deal/deal';
import { segmentValues } from '../pipeline/scope/segment-values';
import { segmentsOf } from '../pipeline/scope/segments-of';
import type { SeenNames, SeenPerson } from './seen-names';

/** What is known of names beside the deals. */
interface Known {
  /** Names that the CRM lists. */
  readonly people: readonly string[];
  readonly stages: readonly { readonly name: string; readonly order: number }[];
}

interface Tally {
  owns: number;
  won: number;
  first: number;
  sdr: number;
  created: number;
  readonly inStage: Map<string, number>;
  readonly handedTo: Map<string, number>;
  readonly sdrFor: Map<string, number>;
}

/** Gathers names deal by deal; each deal with its kept changes, in any order. */
export function seenNamesOf(known: Known): {
  readonly add: (deal: Deal, own: readonly DealChange[]) => void;
  readonly result: () => SeenNames;
} {
  const people = new Map<string, Tally>();
  const stages = new Map<string, { order: number | null; deals: number }>();
  const fields = new Set<string>();
  const segments = segmentValues();
  const person = (name: string): Tally => {
    const own = people.get(name) ?? newTally();
    people.set(name, own);
    return own;
  };
  for (const name of known.people) if (name !== '') person(name);
  for (const { name, order } of known.stages) stages.set(name, { order, deals: 0 });

  return {
    add(deal, own) {
      const { owner, sdr, createdBy, stage, outcome, qualification } = deal;
      if (deal.removedAt === undefined) segments.add(segmentsOf(deal));
      for (const id of Object.keys(qualification ?? {})) fields.add(id);
      if (createdBy) person(createdBy).created += 1;
      if (stage && (outcome === 'open' || (!outcome && stages.has(stage)))) {
        const seen = stages.get(stage) ?? { order: null, deals: 0 };
        stages.set(stage, { ...seen, deals: seen.deals + 1 });
      }
      if (owner) {
        const tally = person(owner);
        tally.owns += 1;
        if (outcome === 'won') tally.won += 1;
        if (stage && outcome !== 'won') count(tally.inStage, stage);
      }
      if (sdr) {
        person(sdr).sdr += 1;
        if (owner && owner !== sdr) count(person(sdr).sdrFor, owner);
      }
      const first = firstOwner(owner ?? null, own);
      if (first !== null) {
        person(first).first += 1;
        if (owner && owner !== first) count(person(first).handedTo, owner);
      }
    },
    result: () => ({
      people: [...people]
        .map(([name, tally]): SeenPerson => ({ ...tally, name }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      stages: [...stages]
        .map(([name, seen]) => ({ name, ...seen }))
        .toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || (a.name < b.name ? -1 : 1)),
      fields: [...fields].toSorted(),
      segments: segments.result(),
    }),
  };
}

function newTally(): Tally {
  return {
    owns: 0,
    won: 0,
    first: 0,
    sdr: 0,
    created: 0,
    inStage: new Map(),
    handedTo: new Map(),
    sdrFor: new Map(),
  };
}

function count(counted: Map<string, number>, name: string): void {
  counted.set(name, (counted.get(name) ?? 0) + 1);
}

/** The owner before the earliest change; one that was set where nobody was is the first. */
function firstOwner(owner: string | null, own: readonly DealChange[]): string | null {
  let first: DealChange | undefined;
  for (const change of own)
    if (change.field === 'owner' && (first === undefined || change.at < first.at)) first = change;
  if (first === undefined) return owner;
  const name = first.from || first.to;
  return typeof name === 'string' && name !== '' ? name : owner;
}
