import { t } from '../../lib/i18n/i18n';
import type { CsvPreview } from '../../lib/store/csv/csv-desk';
import type { CsvPlace } from '../../lib/store/csv/csv-places';
import { amountText } from '../deal/amount-text';
import { useFormat } from '../ui/format-context';
import { Note } from '../ui/Note';
import { Scroll } from '../ui/Scroll';
import css from './SettingsView.module.css';

const columns = ['name', 'account', 'amount', 'stage', 'outcome', 'closeOn', 'owner'] as const;

/** A file of deals as it would be stored: how many rows of which kind, and the first of them. */
export function CsvPreviewView(props: {
  preview: Extract<CsvPreview, { kind: 'deals' }>;
  place: Partial<CsvPlace>;
}) {
  const { preview, place } = props;
  const format = useFormat();
  const { rows, added, changed, unchanged, repeated, unreadable, flagged, first } = preview;
  const counts = [
    ['csv.rows', rows],
    ['csv.added', added],
    ['csv.changed', changed],
    ['csv.unchanged', unchanged],
    ['csv.repeated', repeated],
    ['csv.unreadable', unreadable],
    ['csv.flagged', flagged],
  ] as const;
  const told = counts.flatMap(([key, n]) => (n === 0 ? [] : [t(key, n, { count: format.count(n) })]));
  const { deals = 0, withoutId = 0 } = place;
  return (
    <>
      <p role="status" data-testid="csv-counts">
        {told.join(' ')}
      </p>
      {deals > 0 && added > 0 && changed + unchanged === 0 && (
        <Note tone="warn">{t('csv.noneKnown', deals, { count: format.count(deals) })}</Note>
      )}
      {withoutId > 0 && (
        <Note tone="warn">{t('csv.withoutId', withoutId, { count: format.count(withoutId) })}</Note>
      )}
      <Scroll label={t('csv.firstRows')}>
        <table className={css.table} data-testid="csv-rows">
          <caption className={css.hint}>{t('csv.firstRows')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('csv.id')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className={column === 'amount' ? css.right : undefined}>
                  {t(`field.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.map((deal) => (
              <tr key={deal.key}>
                <th scope="row">{deal.id}</th>
                <td>{deal.name ?? '–'}</td>
                <td>{deal.account ?? '–'}</td>
                <td className={css.right}>{amountText(deal, format)}</td>
                <td>{deal.stage ?? '–'}</td>
                <td>{t(`outcomes.${deal.outcome ?? 'unknown'}`)}</td>
                <td>{deal.closeOn ? format.dateWithYear(deal.closeOn) : '–'}</td>
                <td>{deal.owner ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
