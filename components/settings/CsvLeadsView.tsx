import type { Lead } from '../../lib/deal/lead';
import { t } from '../../lib/i18n/i18n';
import type { CsvPreview } from '../../lib/store/csv/csv-desk';
import { useFormat } from '../ui/format-context';
import { Scroll } from '../ui/Scroll';
import css from './SettingsView.module.css';

/** A file of leads as it would be stored: how many rows of which kind, and the first of them. */
export function CsvLeadsView({ preview }: { preview: Extract<CsvPreview, { kind: 'leads' }> }) {
  const format = useFormat();
  const { rows, added, changed, unchanged, repeated, unreadable, flagged, bound, unbound, first } = preview;
  const counts = [
    ['csv.rows', rows],
    ['csv.leadsAdded', added],
    ['csv.leadsChanged', changed],
    ['csv.leadsUnchanged', unchanged],
    ['csv.leadsBound', bound],
    ['csv.leadsUnbound', unbound],
    ['csv.repeated', repeated],
    ['csv.unreadable', unreadable],
    ['csv.flagged', flagged],
  ] as const;
  const told = counts.flatMap(([key, n]) => (n === 0 ? [] : [t(key, n, { count: format.count(n) })]));
  const day = (on: string | null | undefined) => (on ? format.dateWithYear(on) : '–');
  return (
    <>
      <p role="status" data-testid="csv-counts">
        {told.join(' ')}
      </p>
      <Scroll label={t('csv.firstRows')}>
        <table className={css.table} data-testid="csv-rows">
          <caption className={css.hint}>{t('csv.firstRows')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('csv.id')}</th>
              {(['name', 'createdOn', 'source', 'owner', 'convertedOn', 'convertedTo'] as const).map(
                (one) => (
                  <th key={one} scope="col">
                    {t(`lead.${one}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {first.map((lead) => (
              <tr key={lead.key}>
                <th scope="row">{lead.id}</th>
                <td>{lead.name ?? '–'}</td>
                <td>{day(lead.createdOn)}</td>
                <td>{lead.source ?? '–'}</td>
                <td>{lead.owner ?? '–'}</td>
                <td>{day(lead.convertedOn)}</td>
                <td>{dealIdOf(lead)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

/** The deal's own id, as the file has it: what stands before it in its key is the lead's. */
function dealIdOf({ key, convertedTo }: Lead): string {
  return convertedTo ? convertedTo.slice(key.lastIndexOf('|') + 1) : '–';
}
