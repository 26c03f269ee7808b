import type { CSSProperties } from 'react';
import type { Rate } from '../../lib/handoff/rate';
import { cx } from '../ui/cx';
import css from './RangeMark.module.css';

/**
 * A share on the scale from nought to one: the band is the interval in which 8 of 10 such shares lie, the thick mark the
 * share, the dotted line what practitioners publish. Grey where it may still change, or rests on little.
 */
export function RangeMark(props: { rate: Rate; isGrey: boolean; mark?: number | undefined }) {
  const { rate, isGrey, mark } = props;
  const at = (share: number) => `${Math.min(1, Math.max(0, share)) * 100}%`;
  return (
    <div
      className={cx(css.range, isGrey && css.grey)}
      aria-hidden="true"
      style={
        {
          '--lo': at(rate.low),
          '--mid': at(rate.value),
          '--hi': at(rate.high),
          '--ref': at(mark ?? 0),
        } as CSSProperties
      }
    >
      <i className={css.axis} />
      <i className={css.band} />
      <i className={css.mid} />
      {mark !== undefined && <i className={css.ref} />}
    </div>
  );
}

/** The scale's ends, over a column of them. */
export function RangeEnds() {
  return (
    <span className={css.ends} aria-hidden="true">
      <span>0%</span>
      <span>100%</span>
    </span>
  );
}
