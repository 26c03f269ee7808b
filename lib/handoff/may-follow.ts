import type { Pass } from './find-passes';
import type { Moment } from './request';
import { TUNING } from './tuning';

/**
 * Whether the qualified stage, reached at a moment, may have been reached after a pass. Of a pass that is known as a day or
 * between two reads, all of it may follow but its very beginning: what stood there already was before. No longer than the
 * clocks' skew before an instant is at it.
 */
export function mayFollow(reached: Moment, { at, after }: Pass): boolean {
  return reached.to >= after && (reached.to > at.from || reached.to >= at.to - TUNING.clockSkewMs);
}
