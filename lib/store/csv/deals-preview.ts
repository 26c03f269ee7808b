import type { SheetDeal, SheetProblem, SheetRead } from '../../crm/sheet';
import type { Deal } from '../../deal/deal';
import { dealKey } from '../../deal/deal-key';
import { checkRows } from '../../messages/check-rows';
import { stepLimit, type ImportWork } from '../../messages/import-steps';
import { dealRead } from '../../messages/plain-schemas';
import type { Origin } from '../../pipeline/columns/origin-of';
import type { Database } from '../database';
import { fileSource } from '../import-reads';
import { Tally } from '../tally';

const shownRows = 20;

/** What would be stored of a file of deals, and what would not. */
export interface DealsPreview {
  readonly kind: 'deals';
  /** The first rows, as they would be stored. */
  readonly first: readonly Deal[];
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  /** Here already, as lately or more so. */
  readonly unchanged: number;
  readonly repeated: number;
}

export interface DealsWork {
  readonly preview: DealsPreview;
  readonly works: readonly ImportWork[];
  /** Rows of which nothing is taken. */
  readonly unreadable: readonly SheetProblem[];
  /** Values that are left out of rows that are taken. */
  readonly flagged: readonly SheetProblem[];
}

/** What a file is compared with, and who is told of it. */
export interface PreviewContext {
  readonly place: Origin;
  /** How many the file has. */
  readonly rows: number;
  /** Told how many deals are compared, of how many. */
  readonly onDeal: (done: number, all: number) => void;
}

/** Compares a file's deals with those that are here. It writes nothing. */
export async function previewDeals(
  read: SheetRead,
  { place, rows: all, onDeal }: PreviewContext,
  database: Database,
): Promise<DealsWork> {
  const { rows, places, refused } = checkRows(dealRead, read.deals);
  // They have the shape of a read, and had their ids before.
  const deals = rows as readonly SheetDeal[];
  const rowOf = (index: number | undefined) => read.rows[places[index ?? 0] ?? 0] ?? 0;
  const count = { added: 0, changed: 0, unchanged: 0 };
  const flagged = [...read.flagged];
  const first: Deal[] = [];
  const works: ImportWork[] = [];
  for (let from = 0; from < deals.length; from += stepLimit) {
    const tally = new Tally();
    const step = deals.slice(from, from + stepLimit);
    const keys = step.map(({ id }) => dealKey(place.crm, place.tenant, id));
    await tally.load(database, keys);
    count.added += keys.filter((key) => tally.get(key) === undefined).length;
    for (const [nth, deal] of step.entries())
      tally.merge(keys[nth] ?? '', deal, { source: fileSource(place), index: from + nth });
    count.changed += tally.stored;
    count.unchanged += tally.unchanged;
    for (const { index, problem } of tally.refused) flagged.push({ ...problem, row: rowOf(index) });
    if (from === 0) first.push(...keys.slice(0, shownRows).flatMap((key) => tally.get(key) ?? []));
    works.push({ kind: 'reads', place, rows: step });
    onDeal(from, deals.length);
  }
  return {
    works,
    flagged,
    unreadable: [
      ...read.unreadable,
      ...refused.map(({ index, problem }) => ({ ...problem, row: read.rows[index ?? 0] ?? 0 })),
    ],
    preview: {
      kind: 'deals',
      first,
      rows: all,
      ...count,
      changed: count.changed - count.added,
      repeated: read.repeated,
    },
  };
}
