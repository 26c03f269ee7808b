import type { Dated } from './past-deal';

/** One change of a field. */
export interface Turn<Value> {
  readonly day: number;
  readonly from: Value;
  readonly to: Value;
}

/**
 * A field's values over time, from its changes in order of time. Of several changes on one day the last one counts; one
 * from before the creation is taken to be of its day.
 *
 * @param present What the field is now: what it has always been where no change is on record.
 */
export function stepsOf<Value>(
  turns: readonly Turn<Value>[],
  { created, present }: { readonly created: number; readonly present: Value },
): readonly Dated<Value>[] {
  const [first] = turns;
  if (first === undefined) return [{ from: created, value: present }];
  const steps: Dated<Value>[] = [{ from: created, value: first.from }];
  for (const { day, to } of turns) {
    const from = Math.max(day, created);
    if (steps.at(-1)?.from === from) steps.pop();
    steps.push({ from, value: to });
  }
  return steps;
}
