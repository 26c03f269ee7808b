import { amountsIn } from './amounts-in';
import { hasThreeDecimals } from './has-three-decimals';
import { isSameNumber } from './is-same-number';
import { numberReadings } from './number-readings';
import { textLimit, type DecimalSign } from './reading';
import { remember } from './remember';
import type { AmountParts } from './split-amount';

export interface NumberEvidence {
  /** ISO code that the heading or record states for these values. */
  readonly currency?: string | undefined;
  /** What other columns of the same page proved. */
  readonly elsewhere?: DecimalSign | undefined;
  /** What the page's language uses; to be given only when other explicit values of the page agree with it. */
  readonly language?: DecimalSign | undefined;
}

/** What a column's values say of how it writes fractions: of any number of values it keeps a few signs. */
export interface NumberTally {
  readonly add: (text: string) => void;
  /** Adds all that another tally was given. */
  readonly join: (other: NumberTally) => void;
  /** The sign, or `undefined` where it is not decided. */
  readonly decide: (evidence?: NumberEvidence) => DecimalSign | undefined;
  readonly seen: SeenNumbers;
}

interface SeenNumbers {
  /** Decimal signs of values that can be read one way only. */
  readonly votes: Set<DecimalSign>;
  /** Currencies or signs beside the values; `undefined` for a value without. */
  readonly marks: Set<string | undefined>;
  /** Signs of values that can be read two ways, and up to four of these values. */
  readonly doubtfulSigns: Set<string | undefined>;
  readonly doubtful: Set<string>;
  readonly kinds: Set<Kind>;
}

/**
 * `scaled`: with a word that multiplies; `small`: up to three figures and no sign; `four` and `big`: four and more without
 * a sign; `round`: doubtful and ending in 0; `short`: doubtful, with one figure before the sign.
 */
type Kind = 'scaled' | 'small' | 'four' | 'big' | 'round' | 'short';

/**
 * Gathers the evidence for {@link DecimalSign} value by value; how it is weighed says `decideDecimalSign`.
 *
 * @example const tally = tallyNumbers(); tally.add('12.400,50'); tally.decide() // ','
 */
export function tallyNumbers(): NumberTally {
  const seen: SeenNumbers = {
    votes: new Set(),
    marks: new Set(),
    doubtfulSigns: new Set(),
    doubtful: new Set(),
    kinds: new Set(),
  };
  return {
    seen,
    add(text) {
      for (const one of evidenceOf(text.slice(0, textLimit + 1))) {
        if (one.vote !== undefined) seen.votes.add(one.vote);
        seen.marks.add(one.mark);
        for (const kind of one.kinds) seen.kinds.add(kind);
        if (!one.isDoubtful) continue;
        seen.doubtfulSigns.add(one.sign);
        if (seen.doubtful.size < 4) seen.doubtful.add(one.digits);
      }
    },
    join(other) {
      for (const name of ['votes', 'marks', 'doubtfulSigns', 'doubtful', 'kinds'] as const) {
        const all: Set<unknown> = seen[name];
        for (const one of other.seen[name]) all.add(one);
      }
    },
    decide(evidence = {}) {
      if (seen.votes.size > 1) return undefined;
      const [vote] = seen.votes;
      return vote ?? groupedByFormat(seen, evidence.currency) ?? evidence.elsewhere ?? evidence.language;
    },
  };
}

/** What one value says. A page is read again at every change: most values were taken apart before. */
const evidenceOf = remember((text) => amountsIn(text).all.map(evidenceOfOne));

function evidenceOfOne({ digits, currency, symbol, scaleWord }: AmountParts) {
  const readings = numberReadings(digits);
  const [only, ...others] = Object.keys(readings) as DecimalSign[]; // Its type has no other keys.
  const isDoubtful = !isSameNumber(readings);
  const kinds: Kind[] = [];
  if (scaleWord !== undefined) kinds.push('scaled');
  if (/^[1-9]\d{0,2}$/.test(digits)) kinds.push('small');
  if (/^\d{4,}$/.test(digits)) kinds.push(digits.length === 4 ? 'four' : 'big');
  if (isDoubtful && digits.endsWith('0')) kinds.push('round');
  if (isDoubtful && /^\d\D/.test(digits)) kinds.push('short');
  return {
    digits,
    kinds,
    isDoubtful,
    mark: currency ?? symbol,
    vote: others.length === 0 ? only : undefined,
    sign: /[.,]/.exec(digits)?.[0],
  };
}

/** Rule 2 of `decideDecimalSign`. */
function groupedByFormat(
  { marks, doubtfulSigns: signs, doubtful, kinds }: SeenNumbers,
  stated: string | undefined,
): DecimalSign | undefined {
  const known = new Set([...marks].map((one) => one ?? stated ?? ''));
  if ((known.size > 1 && known.has('')) || [...known].some(hasThreeDecimals)) return undefined;
  if (signs.size !== 1 || kinds.has('scaled')) return undefined;
  // Spanish pages group from five figures on (`1500`, `12.500`); `1500` beside `2.500` is no format at all.
  if (kinds.has('big') || (kinds.has('four') && kinds.has('short'))) return undefined;
  const isWhole = kinds.has('small') || kinds.has('four');
  const isProved =
    (isWhole && kinds.has('round')) ||
    (!known.has('') && (doubtful.size > 3 || (doubtful.size > 2 && (isWhole || kinds.has('round')))));
  if (!isProved) return undefined;
  return signs.has('.') ? ',' : '.';
}
