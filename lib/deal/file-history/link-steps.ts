import type { ChangeSide } from '../deal';
import { isSameValue } from '../is-same-value';
import type { FileLink, FileStep } from './file-step';

/** A field's steps, each with what was before it. */
export interface Linked {
  /** By time: steps that cannot be told apart by it stand together, in their order. */
  readonly groups: readonly (readonly FileLink[])[];
  /** What the field was to begin with: since when, where a row says so, else before the first step. */
  readonly start: { readonly side: ChangeSide; readonly notBefore?: string };
  /** The file tells of the field from the deal's creation on. */
  readonly isBorn: boolean;
}

/**
 * Gives each step what was before it, where the file does not say. The first row of such a file tells what the field
 * was; so does a first row that begins with nothing, of a field that no deal is without. Neither is a change.
 *
 * @param groups At least one step.
 * @param wasCreatedThen Whether the deal was created at about the time of a step.
 */
export function linkSteps(
  groups: readonly (readonly FileStep[])[],
  isNeverEmpty: boolean,
  wasCreatedThen: (step: FileStep) => boolean,
): Linked {
  const all = groups.flat();
  const [first] = all as [FileStep, ...FileStep[]];
  const isSight = first.from === undefined || (first.from.value === null && isNeverEmpty);
  let before = isSight ? first.to : (first.from ?? first.to);
  const linked = groups.map((group) =>
    group.flatMap((step): FileLink[] => {
      const from = step.from ?? before;
      before = step.to;
      return (isSight && step === first) || isSameValue(from, step.to) ? [] : [{ ...step, from }];
    }),
  );
  return {
    groups: linked.filter((group) => group.length > 0),
    start: isSight ? { side: first.to, notBefore: first.notBefore } : { side: first.from ?? first.to },
    // What may be empty may have been emptied since: then nothing before the first row tells of the beginning.
    isBorn: isNeverEmpty && first.from !== undefined ? first.from.value === null : wasCreatedThen(first),
  };
}
