import { isSameNumber } from './is-same-number';
import { numberReadings } from './number-readings';
import type { DecimalSign } from './reading';
import { splitAmount, type AmountParts } from './split-amount';
import { hasThreeDecimals } from './has-three-decimals';
import { tidyText } from './tidy-text';

export interface NumberEvidence {
  /** ISO code that the heading or record states for these values. */
  readonly currency?: string | undefined;
  /** What other columns of the same page proved. */
  readonly elsewhere?: DecimalSign | undefined;
  /** What the page's language uses; to be given only when other explicit values of the page agree with it. */
  readonly language?: DecimalSign | undefined;
}

/**
 * How one column writes its fractions, decided from all its values and never from one cell. In this order:
 *
 * 1. Values that can be read one way only (`1.234,56`, `1.234.567`, `12,5`). When they disagree nothing is decided.
 * 2. Consistency, for currencies without thousandths: where all doubtful values carry one sign before exactly three
 *    figures, reading it as a decimal sign would make a format that is neither fixed (a value `500` has no fraction)
 *    nor trimmed (`12.000` would be `12`). So the sign groups. Without such a `500` it takes three different values.
 * 3. What other columns proved.
 * 4. The language, which never decides alone; see {@link NumberEvidence.language}.
 *
 * `undefined`: not decided; {@link parseAmount} then says of `36.340` that it is ambiguous.
 *
 * @example decideDecimalSign(['1.500', '12.400,50']) // ','
 * @example decideDecimalSign(['$36,340']) // undefined
 */
export function decideDecimalSign(
  texts: readonly string[],
  evidence: NumberEvidence = {},
): DecimalSign | undefined {
  const parts = texts.flatMap((text) => splitAmount(tidyText(text)) ?? []);
  const votes = new Set(parts.flatMap(({ digits }) => onlySign(digits) ?? []));
  if (votes.size > 1) return undefined;
  const [vote] = votes;
  return vote ?? groupedByFormat(parts, evidence.currency) ?? evidence.elsewhere ?? evidence.language;
}

function onlySign(digits: string): DecimalSign | undefined {
  const readings = numberReadings(digits);
  if (readings['.'] === undefined) return readings[','] === undefined ? undefined : ',';
  return readings[','] === undefined ? '.' : undefined;
}

function groupedByFormat(parts: readonly AmountParts[], stated: string | undefined): DecimalSign | undefined {
  const marks = new Set(parts.map(({ currency, symbol }) => currency ?? symbol ?? stated));
  const [mark] = marks;
  if (marks.size !== 1 || mark === undefined || hasThreeDecimals(mark)) return undefined;
  if (parts.some(({ scale }) => scale > 0)) return undefined;
  const doubtful = parts
    .map(({ digits }) => digits)
    .filter((digits) => !isSameNumber(numberReadings(digits)));
  const signs = new Set(doubtful.map((digits) => /[.,]/.exec(digits)?.[0]));
  if (signs.size !== 1 || !doubtful.some((digits) => digits.endsWith('0'))) return undefined;
  const hasSmall = parts.some(({ digits }) => /^[1-9]\d{0,2}$/.test(digits));
  const hasBigUngrouped = parts.some(({ digits }) => /^\d{4,}$/.test(digits));
  if (hasBigUngrouped || (!hasSmall && new Set(doubtful).size < 3)) return undefined;
  return signs.has('.') ? ',' : '.';
}
