import type { ReactNode } from 'react';
import type { PipelineFacts } from '../../lib/pipeline/facts/facts';
import { segmentOfScope } from '../../lib/pipeline/scope/segment-of-scope';
import type { SegmentField } from '../../lib/pipeline/scope/segments';
import { t } from '../../lib/i18n/i18n';
import { cx } from '../ui/cx';
import { useFormat } from '../ui/format-context';
import { CoverageLine } from './CoverageLine';
import type { CoverageRow } from './coverage-rows';
import type { CoverageSegments } from './coverage-segments';
import css from './CoverageView.module.css';
import { SegmentHeading } from './SegmentHeading';
import { Scroll } from '../ui/Scroll';

/** Whose gap is covered how often, and how often it has to be. A line's name chooses whom the rest of the page is about. */
export function CoverageTable(props: {
  rows: readonly CoverageRow[];
  facts: PipelineFacts;
  chosen: string;
  onChoose: (scope: string) => void;
  /** The fields that segments can be of; none where deals show no two values of any. */
  fields: readonly CoverageSegments[];
  /** Those that have lines. */
  segments: CoverageSegments | undefined;
  onField: (field: SegmentField) => void;
}) {
  const format = useFormat();
  const { rows, facts, segments } = props;
  const scale = scaleOf(rows);
  const group = (name: string, isOf: (scope: string) => boolean, heading?: ReactNode) => {
    const own = rows.filter(({ scope }) => isOf(scope));
    return own.length === 0 ? undefined : (
      <tbody key={name} data-group={name}>
        {heading !== undefined && (
          <tr className={css.group}>
            <th scope="rowgroup" colSpan={columns}>
              {heading}
            </th>
          </tr>
        )}
        {own.map((row) => (
          <CoverageLine
            key={row.scope}
            row={row}
            scale={scale}
            facts={facts}
            isChosen={row.scope === props.chosen}
            onChoose={() => props.onChoose(row.scope)}
          />
        ))}
      </tbody>
    );
  };
  return (
    <section className={css.section} aria-label={t('coverage.coverage')}>
      <Scroll label={t('coverage.coverage')}>
        <table className={cx(css.table, css.scopes)} data-testid="coverage-table">
          <thead>
            <tr>
              <th scope="col">{t('target.whose')}</th>
              <th scope="col" className={css.right}>
                {t('target.target')}
              </th>
              <th scope="col" className={css.right}>
                {t('popup.won')}
              </th>
              <th scope="col" className={css.right}>
                {t('coverage.gap')}
              </th>
              <th scope="col" className={css.right}>
                {t('popup.open')}
              </th>
              <th scope="col" className={css.right}>
                {t('nav.deals')}
              </th>
              <th scope="col" className={css.right}>
                {t('coverage.coverage')}
              </th>
              <th scope="col" className={css.bars}>
                {t('coverage.barScale', { most: format.times(scale) })}
              </th>
              <th scope="col">{t('coverage.needed')}</th>
              <th scope="col" className={cx(css.right, css.wraps)}>
                {t('coverage.periods')}
              </th>
              <th scope="col" className={css.right}>
                {t('coverage.pipeline')}
              </th>
            </tr>
          </thead>
          {group('all', (scope) => scope === 'all')}
          {group('team', (scope) => scope.startsWith('team:'), t('coverage.byTeam'))}
          {group('person', (scope) => scope.startsWith('person:'), t('coverage.byPerson'))}
          {segments !== undefined &&
            group(
              'segment',
              (scope) => segmentOfScope(scope) !== undefined,
              <SegmentHeading fields={props.fields} segments={segments} onField={props.onField} />,
            )}
        </table>
      </Scroll>
      <p className={css.note}>
        {t('coverage.barMeans')}
        {rows.some(isAsForecast) && rows.length > 1 && ` ${t('coverage.linesDiffer')}`}
        {segments !== undefined && ` ${t('coverage.segmentsMean')}`}
      </p>
      {facts.tooMany.map((field) => (
        <p key={field} className={css.note}>
          {t('coverage.tooManySegments', { field: t(`field.${field}`) })}
        </p>
      ))}
    </section>
  );
}

/** Of a line. */
const columns = 11;

function isAsForecast({ coverage }: CoverageRow): boolean {
  return coverage?.required.kind === 'known' && coverage.required.newFrom === 'forecast';
}

/** One scale for all lines, round and at most ten times the gap. */
function scaleOf(rows: readonly CoverageRow[]): number {
  const ends = rows.flatMap(({ coverage }) => {
    const { required } = coverage ?? {};
    return [
      coverage?.coverage ?? 0,
      ...(required?.kind === 'known' ? [required.highTimes ?? required.times * 1.5] : []),
    ];
  });
  return Math.min(10, Math.max(2, Math.ceil(Math.max(...ends, 0) * 2) / 2));
}
