import type { Linearity } from '../../lib/pipeline/pace/linearity';
import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import css from './LinearityChart.module.css';
import type { LinearityProps } from './LinearitySection';

const size = { width: 640, height: 200, left: 44, right: 96, top: 10, bottom: 24 };

/** Share won by share of time: past periods as a line in the band of the lowest and highest, this one as won of target. */
export function LinearityChart(props: LinearityProps & { found: Extract<Linearity, { kind: 'known' }> }) {
  const format = useFormat();
  const { found, elapsed, wonBy, wonMinor, targetMinor } = props;
  const own = ownPoints(wonBy, { elapsed, wonMinor, targetMinor });
  const most = Math.max(1, ...own.map(([, share]) => share));
  const x = (time: number) => size.left + time * (size.width - size.left - size.right);
  const y = (share: number) =>
    size.height - size.bottom - (share / most) * (size.height - size.top - size.bottom);
  const path = (points: readonly (readonly [number, number])[]) =>
    points.map(([time, share]) => `${x(time).toFixed(1)},${y(share).toFixed(1)}`).join(' ');
  const { curve } = found;
  const band = [
    ...curve.map(({ elapsed: time, high }) => [time, high] as const),
    ...curve.toReversed().map(({ elapsed: time, low }) => [time, low] as const),
  ];
  const last = own.at(-1);
  const label = t('pace.chartLabel', {
    elapsed: format.percent(found.now.elapsed),
    share: format.percent(found.now.share),
    own: last === undefined ? '–' : format.percent(last[1]),
  });
  return (
    <svg className={css.chart} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line
            className={share === 0 ? css.base : css.grid}
            x1={x(0)}
            x2={x(1)}
            y1={y(share)}
            y2={y(share)}
          />
          <text x={x(0) - 8} y={y(share) + 4} textAnchor="end">
            {format.percent(share)}
          </text>
          <text x={x(share)} y={size.height - 6} textAnchor="middle">
            {format.percent(share)}
          </text>
        </g>
      ))}
      <polygon className={css.band} points={path(band)} />
      <polyline
        className={css.usual}
        points={path(curve.map(({ elapsed: time, share }) => [time, share] as const))}
      />
      <line className={css.now} x1={x(elapsed)} x2={x(elapsed)} y1={size.top} y2={y(0)} />
      <text x={x(elapsed) + 5} y={size.top + 8}>
        {t('pace.today')}
      </text>
      <text className={css.usualLabel} x={x(1) + 8} y={y(1) + 4}>
        {t('pace.pastPeriods')}
      </text>
      {last !== undefined && (
        <>
          <polyline className={css.own} points={path(own)} />
          <circle className={css.dot} cx={x(last[0])} cy={y(last[1])} r="3.5" />
          <text
            className={css.ownLabel}
            x={x(last[0]) + 8}
            y={y(last[1]) + (last[1] < found.now.share ? 14 : -6)}
          >
            {t('pace.thisPeriod')}
          </text>
        </>
      )}
    </svg>
  );
}

/** Won of the target at the end of each tenth that is over, and now. */
function ownPoints(
  wonBy: readonly number[],
  { elapsed, wonMinor, targetMinor }: Pick<LinearityProps, 'elapsed' | 'wonMinor' | 'targetMinor'>,
): readonly (readonly [number, number])[] {
  if (targetMinor === undefined) return [];
  let won = 0;
  const points: [number, number][] = [[0, 0]];
  for (const [nth, minor] of wonBy.entries()) {
    won += minor;
    if ((nth + 1) / 10 < elapsed) points.push([(nth + 1) / 10, won / targetMinor]);
  }
  return [...points, [elapsed, wonMinor / targetMinor]];
}
