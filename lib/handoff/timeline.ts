import type { Moment } from './request';

/** One change of a field. */
export interface Step {
  readonly from: string | null;
  readonly to: string | null;
  readonly at: Moment;
}

/** What a field was, and what it became. */
export interface Timeline {
  readonly initial: string | null;
  readonly steps: readonly Step[];
}

/**
 * Changes of one field in their order, whatever order they came in, each once. Where one does not begin with what the
 * last one ended with, something changed unseen between them, and a step with that range is put in; likewise between
 * the last change and what the field is now.
 *
 * @param now What the field is at `asOf`; `null` where that is not known.
 * @param goal What it is all the same, where a change that was not seen is no step to it.
 */
export function timeline(
  changes: readonly Step[],
  now: string | null,
  { asOf, goal = now }: { readonly asOf: number; readonly goal?: string | null },
): Timeline {
  const known = inOrder(changes, goal);
  const steps: Step[] = [];
  let state = known[0]?.from ?? null;
  let since = known[0]?.at.from ?? asOf;
  for (const step of known) {
    const from = step.from ?? state;
    if (steps.length > 0 && from !== state)
      steps.push({ from: state, to: from, at: { from: Math.min(since, step.at.from), to: step.at.from } });
    if (from !== step.to) steps.push({ from, to: step.to, at: step.at });
    state = step.to;
    since = step.at.to;
  }
  if (known.length === 0) return { initial: now, steps };
  if (now !== null && state !== now) steps.push({ from: state, to: now, at: { from: since, to: asOf } });
  return { initial: known[0]?.from ?? null, steps };
}

function inOrder(changes: readonly Step[], goal: string | null): readonly Step[] {
  if (changes.length < 2) return changes;
  const sorted = changes.toSorted(
    (a, b) =>
      a.at.to - b.at.to ||
      a.at.from - b.at.from ||
      byText(a.from ?? '', b.from ?? '') ||
      byText(a.to ?? '', b.to ?? ''),
  );
  const once = sorted.filter((step, at) => at === 0 || !isSame(step, sorted[at - 1]));
  const ordered: Step[] = [];
  for (let at = 0; at < once.length;) {
    let end = at + 1;
    while (end < once.length && once[end]?.at.to === once[at]?.at.to) end += 1;
    const after = once[end];
    chain(once.slice(at, end), ordered, after === undefined ? goal : after.from);
    at = end;
  }
  return ordered;
}

/**
 * Changes of one moment follow each other by what they begin and end with; those that go round begin where they end.
 * @param goal What comes after them.
 */
function chain(these: Step[], onto: Step[], goal: string | null): void {
  while (these.length > 0) {
    const last = onto.at(-1)?.to;
    let next = last === undefined ? -1 : these.findIndex(({ from }) => from === last);
    if (next < 0) next = these.findIndex(({ from }) => these.every(({ to }) => to !== from));
    if (next < 0) next = these.findIndex(({ from }) => from === goal);
    onto.push(...these.splice(Math.max(next, 0), 1));
  }
}

function isSame(a: Step, b: Step | undefined): boolean {
  return (
    b !== undefined && a.from === b.from && a.to === b.to && a.at.to === b.at.to && a.at.from === b.at.from
  );
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
