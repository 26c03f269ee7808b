import type { SegmentField } from '../../lib/pipeline/scope/segments';
import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import type { CoverageSegments } from './coverage-segments';
import css from './CoverageView.module.css';

/** By which field the lines below are, a choice where there are several, and how many deals are on none of them. */
export function SegmentHeading(props: {
  fields: readonly CoverageSegments[];
  segments: CoverageSegments;
  onField: (field: SegmentField) => void;
}) {
  const format = useFormat();
  const { fields, segments } = props;
  const { field, deals, without } = segments;
  return (
    <span className={css.heading}>
      {fields.length === 1 ? (
        t(`coverage.by.${field}`)
      ) : (
        <select
          className={css.by}
          aria-label={t('coverage.segmentsBy')}
          data-testid="segment-field"
          value={field}
          onChange={(event) => {
            const chosen = fields.find((one) => one.field === event.target.value);
            if (chosen !== undefined) props.onField(chosen.field);
          }}
        >
          {fields.map((one) => (
            <option key={one.field} value={one.field}>
              {t(`coverage.by.${one.field}`)}
            </option>
          ))}
        </select>
      )}
      {without > 0 && (
        <span className={css.grey} data-testid="segment-without" data-n={without}>
          {t('coverage.segmentWithout', {
            field: t(`field.${field}`),
            count: format.count(without),
            all: format.count(deals),
          })}
        </span>
      )}
    </span>
  );
}
