import { foldWord } from '../parse/fold-word';
import { remember } from '../parse/remember';
import type { GenericField } from './fields';
import { headingWords } from './heading-words';
import { concepts, type Concept } from './words/concepts';
import { japanese, ofDeals } from './words/japanese';
import { phrases, rules } from './words/rules';

/** What a heading probably means. */
export interface FieldGuess {
  readonly field: GenericField;
  /** 0..1; the most telling heading has 0.95, others less; only for choosing between columns. */
  readonly confidence: number;
}

interface Meaning {
  readonly concept: Concept;
  readonly rank: number;
}

/** Articles and the like. Not the words for "by" (`da`, `af`, `von`): "created by" is not "created on". */
const noise = new Set(
  'of the on at to in de del della dell di do du des der d l la le les el lo il i den til till em am op an aan van a au bei for voor bis'.split(
    ' ',
  ),
);

/**
 * The field that a heading names, in any of the fifteen languages; `undefined` for every heading that is not wholly known.
 * Known is what each word means, not each heading: an unknown word makes the heading unknown.
 *
 * @example fieldOfHeading('Lukkedato')?.field // 'closeOn'
 * @example fieldOfHeading('Expected date of closing')?.field // 'closeOn'
 * @example fieldOfHeading('Weighted value') // undefined
 */
export function fieldOfHeading(text: string): FieldGuess | undefined {
  return known(text);
}

/**
 * Whether a heading speaks of money that may be the deal's amount or something made of it: "Expected revenue" is the
 * amount in one CRM and the amount times its probability in another.
 */
export function speaksOfMoney(text: string): boolean {
  return headingWords(text).some((word) =>
    meaningsOf(word)?.some(({ concept }) => concept === 'amount' || concept === 'revenue'),
  );
}

const known = remember((text) => besideCurrency(text.split('/')) ?? meant(text));

/** `Betrag/Währung`: an amount with its currency. */
function besideCurrency(halves: readonly string[]): FieldGuess | undefined {
  const [first, second, ...more] = halves.map((half) => meant(half));
  return more.length === 0 && second?.field === 'currency' ? first : undefined;
}

function meant(text: string): FieldGuess | undefined {
  const words = headingWords(text);
  const said = words.join(' ');
  const phrase = phrases[said];
  // A heading may be called as what every object has.
  if (typeof phrase === 'string') return { field: phrase, confidence: 0.9 };
  const bare = said.replace(/ /g, '').replace(ofDeals, '');
  return inJapanese().get(bare === '' && said !== '' ? '名' : bare) ?? ofConcepts(words);
}

function ofConcepts(words: readonly string[]): FieldGuess | undefined {
  const said = new Map<Concept, number>();
  for (const word of words) {
    if (noise.has(word)) continue;
    // "By" in Italian (`creato da`), "of the" in Portuguese (`nome da conta`).
    if (word === 'da' && !said.has('create') && !said.has('sourced')) continue;
    const meanings = word === 'da' ? meaningsOf('by') : meaningsOf(word);
    if (meanings === undefined) return undefined;
    for (const { concept, rank } of meanings) said.set(concept, rank);
  }
  return lookUp(said);
}

/** "Deal" and "sales" beside other words say only what the value belongs to. */
function lookUp(said: Map<Concept, number>): FieldGuess | undefined {
  said.delete('sale');
  const isNamed = said.size > 1 && said.delete('deal');
  const rule = rulesByConcepts().get([...said.keys()].toSorted().join(' '));
  const rank = [...said.values()].reduce((sum, one) => sum + one, 0);
  // "Deal status" is more the deal's than the "State" of a row.
  const more = isNamed && rule?.field === 'status' ? 0.04 : 0;
  return rule && { field: rule.field, confidence: rule.confidence + more - rank / 2000 };
}

/** What a word means, or the parts of a compound (`Abschlussdatum`, `salgsfase`). */
function meaningsOf(word: string): readonly Meaning[] | undefined {
  const whole = meaningOf(word);
  if (whole !== undefined) return [whole];
  for (let cut = Math.min(word.length - 2, 40); cut >= 3; cut -= 1) {
    const end = meaningOf(word.slice(cut));
    const first = word.slice(0, cut);
    const start = end && (meaningsOf(first) ?? meaningsOf(first.replace(/s$/, '')));
    if (start !== undefined && end !== undefined) return [...start, end];
  }
  return undefined;
}

function meaningOf(word: string): Meaning | undefined {
  const { whole, stems } = dictionary();
  const stem = stemOf(word);
  return whole.get(word) ?? (stem === word ? undefined : (stems.get(stem) ?? whole.get(stem)));
}

interface Dictionary {
  readonly whole: ReadonlyMap<string, Meaning>;
  /** Without the endings of gender, number and case; a stem of two concepts has none. */
  readonly stems: ReadonlyMap<string, Meaning | undefined>;
}

let words: Dictionary | undefined;

function dictionary(): Dictionary {
  if (words !== undefined) return words;
  const whole = new Map<string, Meaning>();
  const stems = new Map<string, Meaning | undefined>();
  for (const [concept, list] of Object.entries(concepts)) {
    for (const [rank, word] of list.split(' ').entries()) {
      const stem = stemOf(word);
      // Object.entries forgets that the keys are concepts.
      const meaning = { concept: concept as Concept, rank };
      whole.set(word, meaning);
      stems.set(stem, stems.has(stem) && stems.get(stem)?.concept !== concept ? undefined : meaning);
    }
  }
  words = { whole, stems };
  return words;
}

function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:[aeo]s?|e[rnst]|ens|s)$/, '') : word;
}

let whole: ReadonlyMap<string, FieldGuess> | undefined;

function inJapanese(): ReadonlyMap<string, FieldGuess> {
  whole ??= new Map(
    Object.entries(japanese).flatMap(([field, list]) =>
      list.split(' ').map((heading, rank): [string, FieldGuess] => [
        foldWord(heading),
        // Object.entries forgets that the keys are fields.
        { field: field as GenericField, confidence: 0.9 - rank / 100 },
      ]),
    ),
  );
  return whole;
}

let byConcepts: ReadonlyMap<string, FieldGuess> | undefined;

function rulesByConcepts(): ReadonlyMap<string, FieldGuess> {
  byConcepts ??= new Map(
    Object.entries(rules).flatMap(([field, list]) =>
      list.split('|').flatMap((rule, rank) => {
        const guess = { field: field as GenericField, confidence: 0.95 - rank / 20 };
        const all = rule.replace('?', '').split(' ');
        const ways = rule.endsWith('?') ? [all, all.slice(0, -1)] : [all];
        return ways.map((way) => [way.toSorted().join(' '), guess] as const);
      }),
    ),
  );
  return byConcepts;
}
