import type { Moment, VerdictInput } from './request';
import { TUNING } from './tuning';

interface Numbered {
  readonly attempt: number;
  readonly at: Moment;
}

/**
 * Number of the pass that a verdict is of. Numbers shift where an earlier pass becomes known, so the pass whose time holds
 * the verdict's instant goes before the number, from its beginning to the next pass; where several do, or none, or there
 * is no instant, the number counts.
 *
 * @param passes The deal's, in their order.
 * @example attemptOf({ attempt: 2, within: null }, []) // 2
 */
export function attemptOf(
  { attempt, within }: Pick<VerdictInput, 'attempt' | 'within'>,
  passes: readonly Numbered[],
): number {
  if (within === null) return attempt;
  const [one, ...others] = passes.filter(
    ({ at }, nth) => within >= at.from - TUNING.clockSkewMs && within < (passes[nth + 1]?.at.to ?? Infinity),
  );
  return one === undefined || others.length > 0 ? attempt : one.attempt;
}
