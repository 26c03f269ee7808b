import { useState } from 'react';
import type { Settings } from '../../lib/deal/settings';
import { segmentOfScope } from '../../lib/pipeline/scope/segment-of-scope';
import type { SegmentField } from '../../lib/pipeline/scope/segments';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { periodText } from '../pipeline/period-text';
import { segmentChoices } from '../pipeline/segment-choices';
import { cx } from '../ui/cx';
import { Field } from '../ui/Field';
import { useFormat } from '../ui/format-context';
import { PasteTargets } from './PasteTargets';
import { Section } from './Section';
import { targetPeriods } from './target-periods';
import { TargetTable } from './TargetTable';
import css from './SettingsView.module.css';

/** Targets of everyone, each team, person and segment for one period, one by one or pasted from a spreadsheet. */
export function TargetsSection({ settings }: { settings: Settings }) {
  const platform = usePlatform();
  const format = useFormat();
  const glance = useLive(platform.glance);
  const owners = useLive(platform.owners);
  const seen = useLive(platform.seenNames);
  const [field, setField] = useState<SegmentField>();
  const fields = segmentChoices(seen?.segments);
  const chosen = fields.find((one) => one.field === field);
  const people = [
    'all',
    ...(settings.teams ?? []).map(({ name }) => `team:${name}`),
    ...[settings.me ?? [], owners ?? []].flat().map((name) => `person:${name}`),
  ];
  const periods = targetPeriods(format.today, settings.fiscal);
  const [start, setStart] = useState(periods[0]?.start);
  const period = periods.find((one) => one.start === start) ?? periods[0];
  const currency = settings.reportingCurrency ?? glance?.won.currency;
  return (
    <Section name="targets" title={t('target.title')} means={t('target.means')}>
      <div className={cx(css.narrow, css.spaced)}>
        <Field label={t('settings.period')}>
          {(control) => (
            <select
              {...control}
              data-testid="target-period"
              value={period?.start}
              onChange={(event) => setStart(event.target.value)}
            >
              {periods.map((one) => (
                <option key={one.start} value={one.start}>
                  {periodText(one, format)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {fields.length > 0 && (
          <Field label={t('target.whose')}>
            {(control) => (
              <select
                {...control}
                data-testid="target-kind"
                value={chosen?.field ?? ''}
                onChange={(event) => setField(fields.find((one) => one.field === event.target.value)?.field)}
              >
                <option value="">{t('target.people')}</option>
                {fields.map((one) => (
                  <option key={one.field} value={one.field}>
                    {t(`target.by.${one.field}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      {period !== undefined && currency !== undefined && (
        <>
          <TargetTable
            scopes={chosen?.scopes ?? people}
            isOfKind={(scope) => segmentOfScope(scope)?.field === chosen?.field}
            period={period}
            currency={currency}
          />
          <PasteTargets settings={settings} period={period} currency={currency} />
        </>
      )}
    </Section>
  );
}
