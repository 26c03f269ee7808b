import { remember } from '../parse/remember';
import type { FieldWords, GenericField } from './fields';
import { normalHeading } from './normal-heading';
import { da } from './words/da';
import { de } from './words/de';
import { en } from './words/en';
import { es } from './words/es';
import { fr } from './words/fr';
import { it } from './words/it';
import { nl } from './words/nl';
import { pt } from './words/pt';
import { sv } from './words/sv';

/** What a heading probably means. */
export interface FieldGuess {
  readonly field: GenericField;
  /** 0..1; the most telling heading of a language has 0.95, later ones less; only for choosing between columns. */
  readonly confidence: number;
}

/** All dictionaries, by language. */
export const fieldWords: Readonly<Record<string, FieldWords>> = { en, da, de, fr, es, sv, nl, it, pt };

let guesses: ReadonlyMap<string, FieldGuess> | undefined;

/**
 * The field that a heading names, in any of the languages; `undefined` for every heading that is not wholly known.
 *
 * @example fieldOfHeading('Lukkedato')?.field // 'closeOn'
 * @example fieldOfHeading('Weighted value') // undefined
 */
export function fieldOfHeading(text: string): FieldGuess | undefined {
  return known(text);
}

const known = remember((text) => {
  guesses ??= makeGuesses();
  return guesses.get(normalHeading(text));
});

function makeGuesses(): ReadonlyMap<string, FieldGuess> {
  const made = new Map<string, FieldGuess>();
  for (const words of Object.values(fieldWords)) {
    for (const [field, list] of Object.entries(words)) {
      for (const [rank, word] of list.split('|').entries()) {
        const confidence = 0.95 - rank / 50;
        const heading = normalHeading(word);
        // Object.entries forgets that the keys are fields.
        if ((made.get(heading)?.confidence ?? 0) < confidence)
          made.set(heading, { field: field as GenericField, confidence });
      }
    }
  }
  return made;
}
