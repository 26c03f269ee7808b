import type { CSSProperties } from 'react';
import type { KnownRequirement } from '../../lib/pipeline/coverage/coverage-required';
import css from './CoverageBar.module.css';
import { cx } from '../ui/cx';

/** The bar is what there is, the dot what is needed, the bracket its interval; open where it runs off the scale. */
export function CoverageBar(props: { have: number; required: KnownRequirement | undefined; scale: number }) {
  const { have, required, scale } = props;
  const at = (times: number) => `${Math.min(1, times / scale) * 100}%`;
  const high = required?.highTimes ?? Number.POSITIVE_INFINITY;
  return (
    <div
      className={css.need}
      aria-hidden="true"
      style={
        {
          '--have': at(have),
          '--at': at(required?.times ?? 0),
          '--lo': at(required?.lowTimes ?? 0),
          '--hi': at(high),
        } as CSSProperties
      }
    >
      <i className={css.fill} />
      {required !== undefined && (
        <>
          <i className={cx(css.bracket, high > scale && css.off)} />
          <i className={css.at} />
        </>
      )}
    </div>
  );
}
