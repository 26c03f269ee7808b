import type { Draw } from '../demo/draw';
import { type Recipe, recipes } from './damage';

/** How much of everything a run does. */
export interface Amounts {
  /** SIGKILLs of the browser in the middle of writing. */
  readonly kills: number;
  readonly tornTails: number;
  readonly workerKills: number;
  /** How many damaged stores; every recipe's turn comes before the first one's next. */
  readonly recipes: number;
  readonly fullDisks: number;
  /** Rounds in which the browser's own limit is used up; each lasts more than a minute. */
  readonly quotas: number;
}

export type Fault =
  | { readonly kind: 'kill' }
  | { readonly kind: 'torn tail' }
  | { readonly kind: 'worker kills'; readonly kills: number }
  | { readonly kind: 'recipe'; readonly recipe: Recipe }
  | { readonly kind: 'full disk' }
  | { readonly kind: 'quota' };

/** Worker kills of one round. */
const workerKillsAtOnce = 10;

/** What `--kills N` asks for besides: the fixed proportion. */
export function amountsFor(kills: number): Amounts {
  return {
    kills,
    tornTails: Math.ceil(kills / 4),
    workerKills: kills,
    recipes: recipes.length * Math.ceil(kills / 100),
    fullDisks: Math.ceil(kills / 100),
    quotas: Math.ceil(kills / 100),
  };
}

/** All rounds of a run, in an order that the draws decide: a fault must meet worlds of every age. */
export function planOf(amounts: Amounts, draw: Draw): readonly Fault[] {
  const faults: Fault[] = [
    ...times(amounts.kills, (): Fault => ({ kind: 'kill' })),
    ...times(amounts.tornTails, (): Fault => ({ kind: 'torn tail' })),
    ...times(Math.ceil(amounts.workerKills / workerKillsAtOnce), (nth): Fault => {
      const left = amounts.workerKills - nth * workerKillsAtOnce;
      return { kind: 'worker kills', kills: Math.min(left, workerKillsAtOnce) };
    }),
    ...times(Math.ceil(amounts.recipes / recipes.length), () => shuffled(recipes, draw))
      .flat()
      .slice(0, amounts.recipes)
      .map((recipe): Fault => ({ kind: 'recipe', recipe })),
    ...times(amounts.fullDisks, (): Fault => ({ kind: 'full disk' })),
    ...times(amounts.quotas, (): Fault => ({ kind: 'quota' })),
  ];
  return shuffled(faults, draw);
}

function times<Item>(count: number, make: (nth: number) => Item): Item[] {
  return Array.from({ length: count }, (_, nth) => make(nth));
}

function shuffled<Item>(items: readonly Item[], draw: Draw): Item[] {
  return items
    .map((item) => ({ item, place: draw.between(0, 1) }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

const none: Amounts = { kills: 0, tornTails: 0, workerKills: 0, recipes: 0, fullDisks: 0, quotas: 0 };

/** A few of each, for every run of the tests. */
export const shortAmounts: Amounts = {
  ...none,
  kills: 3,
  tornTails: 1,
  workerKills: 5,
  recipes: 2,
  fullDisks: 1,
};

/** Enough to see, beside it, what becomes of a torn log without guards. */
export const shortControl: Amounts = { ...none, tornTails: 1 };
