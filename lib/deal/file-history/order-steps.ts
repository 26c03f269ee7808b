import { compareInstants } from '../../calendar/compare-instants';
import { isSameValue } from '../is-same-value';
import type { FileStep } from './file-step';

/** More steps than these in one day or minute are too many ways to order them. */
const mostTogether = 7;

/**
 * Steps of one field in the order in which they happened, those that cannot be told apart by their time together. Of one
 * day or minute their values say which came first: each begins where the one before it ended.
 *
 * @returns `undefined` where more than one order is possible, or none.
 */
export function orderSteps(steps: readonly FileStep[]): readonly (readonly FileStep[])[] | undefined {
  const groups: FileStep[][] = [];
  let end: string | undefined;
  for (const step of steps.toSorted(byTime)) {
    const isLater = end === undefined || compareInstants(step.notBefore, end) > 0;
    if (isLater) groups.push([step]);
    else groups.at(-1)?.push(step);
    if (end === undefined || compareInstants(step.at, end) > 0) end = step.at;
  }
  const ordered: (readonly FileStep[])[] = [];
  for (const group of groups) {
    const [only, ...others] = chainsOf(group, ordered.at(-1)?.at(-1));
    if (only === undefined || others.length > 0) return undefined;
    ordered.push(only);
  }
  return ordered;
}

/** Every order in which steps of one time can have followed each other. */
function chainsOf(
  group: readonly FileStep[],
  before: FileStep | undefined,
): readonly (readonly FileStep[])[] {
  if (group.length === 1) return [group];
  if (group.length > mostTogether || group.some(({ from }) => from === undefined)) return [];
  const chains = new Map<string, readonly FileStep[]>();
  const extend = (chain: readonly FileStep[], rest: readonly FileStep[]) => {
    if (rest.length === 0) chains.set(chain.map(nameOf).join(), chain);
    const last = chain.at(-1);
    for (const next of rest) {
      const isLinked = last === undefined || (next.from !== undefined && isSameValue(last.to, next.from));
      const isInTime = rest.every(
        (other) => other === next || compareInstants(other.at, next.notBefore) >= 0,
      );
      if (isLinked && isInTime)
        extend(
          [...chain, next],
          rest.filter((other) => other !== next),
        );
    }
  };
  extend([], group);
  const all = [...chains.values()];
  // A circle may begin anywhere, but for what was before it.
  const linked = all.filter(([first]) => before && first?.from && isSameValue(before.to, first.from));
  return linked.length > 0 ? linked : all;
}

function nameOf({ from, to }: FileStep): string {
  return JSON.stringify([from, to]);
}

function byTime(a: FileStep, b: FileStep): number {
  return compareInstants(a.notBefore, b.notBefore) || compareInstants(a.at, b.at);
}
