import { asWords } from './as-words';
import { fieldOfHeading, type FieldGuess } from './field-of-heading';
import type { GenericField } from './fields';

/** A heading to be understood: a column's, or a value's label. */
export interface Headed {
  readonly heading: string;
  readonly machineName?: string;
}

export interface Guesses<T> {
  readonly known: ReadonlyMap<T, FieldGuess>;
  /** Fields that two headings claim with equal right: neither is read. */
  readonly contested: readonly GenericField[];
}

/** "Amount" and "Value" mean the same: which of the two is the deal's, their order does not say. */
const synonyms = 0.02;

/**
 * Which field each heading names, at most one each. Of several claims the most telling heading wins; equal claims lose
 * both. A machine's name helps where there is no heading, and never overrules one that is not known: a column named
 * `value` may be headed "Weighted value".
 *
 * @param taught What the user has said of a heading, which beats every guess; `null`: none of the fields.
 * @param isSame Whether two show the same, so that either will do.
 */
export function guessColumns<T extends Headed>(
  headed: readonly T[],
  taught?: (at: T) => GenericField | null | undefined,
  isSame: (one: T, other: T) => boolean = () => false,
): Guesses<T> {
  const claims = new Map<GenericField, { at: T; guess: FieldGuess }[]>();
  for (const at of headed) {
    const said = taught?.(at);
    const guess =
      said === undefined ? guessOf(at) : said === null ? undefined : { field: said, confidence: 2 };
    if (guess !== undefined) claims.set(guess.field, [...(claims.get(guess.field) ?? []), { at, guess }]);
  }
  const known = new Map<T, FieldGuess>();
  const contested: GenericField[] = [];
  for (const [field, all] of claims) {
    const best = Math.max(...all.map(({ guess }) => guess.confidence));
    const [first, ...equal] = all.filter(({ guess }) => guess.confidence > best - synonyms);
    if (first !== undefined && equal.every(({ at }) => isSame(first.at, at)))
      known.set(first.at, first.guess);
    else contested.push(field);
  }
  return { known, contested };
}

function guessOf({ heading, machineName }: Headed): FieldGuess | undefined {
  const named = machineName === undefined ? undefined : fieldOfHeading(asWords(machineName));
  if (heading === '') return named;
  const said = fieldOfHeading(heading);
  if (said === undefined || named === undefined) return said;
  return said.field === named.field ? { field: said.field, confidence: 1 } : undefined;
}
