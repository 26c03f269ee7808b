import type { Book } from './book';
import type { StageInput } from './request';

/**
 * The stages of a book: the configured ones in their order, then others that deals were in, by name. Which deal came
 * first does not matter.
 *
 * @param met Each stage once.
 */
export function namedStages(
  configured: readonly StageInput[],
  met: readonly string[],
): Pick<Book, 'stages' | 'stageProbability'> {
  const ordered = [...configured].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const known = new Set(ordered.map(({ id }) => id));
  const others = met.filter((stage) => !known.has(stage));
  return {
    stages: [...known, ...others.sort()],
    stageProbability: Float64Array.from([
      ...ordered.map(({ probability }) => probability ?? NaN),
      ...others.map(() => NaN),
    ]),
  };
}
