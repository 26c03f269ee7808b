import type { DecimalSign } from './reading';
import { tallyNumbers, type NumberEvidence } from './tally-numbers';

/**
 * How one column writes its fractions, decided from all its values and never from one cell. In this order:
 *
 * 1. Values that can be read one way only (`1.234,56`, `1.234.567`, `12,5`). When they disagree nothing is decided.
 * 2. Consistency, except for currencies counted in thousandths: where all doubtful values carry one sign before exactly
 *    three figures, reading it as a decimal sign would make a format that is neither fixed (a value `500` has no
 *    fraction) nor trimmed (`12.000` would be `12`). So the sign groups. Where the currency is known, three different
 *    values with one of these two are enough, or four of any kind: no list of deals is all in thousandths.
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
  const tally = tallyNumbers();
  for (const text of texts) tally.add(text);
  return tally.decide(evidence);
}
