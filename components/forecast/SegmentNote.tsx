import type { ForecastReport } from '../../lib/forecast/report';
import { t } from '../../lib/i18n/i18n';
import { segmentOfScope } from '../../lib/pipeline/scope/segment-of-scope';
import { useFormat } from '../ui/format-context';
import css from './ForecastView.module.css';

/** What the forecast of a segment leaves out, and what it cannot know of its past. Nothing of any other scope. */
export function SegmentNote({ report: { scope, segments, recurring } }: { report: ForecastReport }) {
  const format = useFormat();
  const segment = segmentOfScope(scope);
  if (segment === undefined) return null;
  const { values, without } = segments[segment.field];
  const all = values.reduce((sum, { n }) => sum + n, without);
  return (
    <p className={css.segment} role="note" data-testid="segment-note" data-without={without}>
      {without > 0 &&
        `${t('forecast.segmentWithout', {
          field: t(`field.${segment.field}`),
          count: format.count(without),
          all: format.count(all),
        })} `}
      {t('forecast.segmentMeans')}
      {recurring !== undefined && ` ${t('forecast.segmentRenewals')}`}
    </p>
  );
}
