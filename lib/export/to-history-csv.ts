import { compareInstants } from '../calendar/compare-instants';
import type { Deal, DealChange } from '../deal/deal';
import { csvText } from './csv-text';

/**
 * Changes of stage and owner in the form in which forecasts are tested: `history.csv`, one line a change, in order of
 * time; the deals beside it come from `toDealsCsv`. A change seen between two reads stands at the instant by which it
 * had happened, since before that nobody here knew of it.
 *
 * @param changesOf All kept changes of a deal.
 */
export function toHistoryCsv(
  deals: Iterable<Pick<Deal, 'key'>>,
  changesOf: (deal: Pick<Deal, 'key'>) => readonly DealChange[],
  { withHeader = true }: { readonly withHeader?: boolean } = {},
): string {
  const changes = [...deals].flatMap((deal) =>
    changesOf(deal).filter(({ key, field }) => key === deal.key && (field === 'stage' || field === 'owner')),
  );
  const rows = changes
    .toSorted((a, b) => compareInstants(a.at, b.at))
    .map(({ key, at, field, from, to }) => [key, at, field, from?.toString(), to?.toString()]);
  return csvText(withHeader ? [['id', 'at', 'field', 'from', 'to'], ...rows] : rows);
}
