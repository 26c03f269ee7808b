import type { HistoryField } from '../../lib/deal/file-history/file-step';
import { t } from '../../lib/i18n/i18n';
import type { CsvPath } from '../../lib/store/csv/history-preview';
import { amountText } from '../deal/amount-text';
import { useFormat, type Format } from '../ui/format-context';
import { Scroll } from '../ui/Scroll';
import { historyFieldKeys } from './csv-keys';
import { dayAt } from './csv-wish';
import css from './SettingsView.module.css';

/** The ways of a file's first deals through their stages, with the days, as they would be known. */
export function CsvPaths({ field, paths }: { field: HistoryField; paths: readonly CsvPath[] }) {
  const format = useFormat();
  const zone = Temporal.Now.timeZoneId();
  const name = t(historyFieldKeys[field]);
  const caption = t('csv.firstPaths', { field: name });
  if (paths.length === 0) return null;
  return (
    <Scroll label={caption}>
      <table className={css.table} data-testid="csv-paths">
        <caption className={css.hint}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('csv.id')}</th>
            <th scope="col">{t('field.name')}</th>
            <th scope="col">{name}</th>
          </tr>
        </thead>
        <tbody>
          {paths.map(({ key, id, name: called, steps }) => (
            <tr key={key}>
              <th scope="row">{id}</th>
              <td>{called ?? '–'}</td>
              <td>
                {steps
                  .map((step) => {
                    const when = whenText(step, zone, format);
                    const value = valueText(step, field, format);
                    return when === undefined ? value : t('csv.since', { value, when });
                  })
                  .join(' → ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

type Step = CsvPath['steps'][number];

function whenText({ notBefore, at }: Step, zone: string, format: Format): string | undefined {
  if (notBefore === undefined || at === undefined) return undefined;
  const days = [notBefore, at].map((instant) => format.dateWithYear(dayAt(instant, zone)));
  return [...new Set(days)].join(' – ');
}

function valueText({ value, unit }: Step, field: HistoryField, format: Format): string {
  if (value === null) return '–';
  if (typeof value === 'number')
    return amountText(
      {
        amountMinor: value,
        currency: unit?.currency ?? null,
        ...(unit?.symbol === undefined ? {} : { currencySymbol: unit.symbol }),
      },
      format,
    );
  if (field === 'closeOn') return format.dateWithYear(value);
  if (field === 'outcome' && (value === 'open' || value === 'won' || value === 'lost'))
    return t(`outcomes.${value}`);
  return value;
}
