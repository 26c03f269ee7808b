import type { Page } from '../adapter';
import { dealIdOf } from './deal-id';
import type { FieldGuess } from './field-of-heading';
import type { GenericField } from './fields';
import { guessColumns } from './guess-columns';
import { subjectOfUrl } from './page-subject';
import { rootOf } from './root-of';
import { tablesIn, type Table } from './table';

/** A table that lists deals, with what its columns mean. */
export interface DealTable {
  readonly table: Table;
  /** What each column means, by its position. */
  readonly known: ReadonlyMap<number, FieldGuess>;
  readonly nameAt: number | undefined;
  readonly contested: readonly GenericField[];
}

/**
 * The tables of a page that list deals: with a name and a stage or an amount, and with rows that link to deals. Without
 * such links only where the page is no single record and stage and amount stand together: a deal's products have a name
 * and an amount too.
 */
export function dealTables(page: Page): DealTable[] {
  return tablesIn(rootOf(page.document)).flatMap((table) => {
    const { known, contested } = guessColumns(table.columns);
    const byPosition = new Map([...known].map(([column, guess]) => [column.at, guess]));
    const fields = new Set([...known.values()].map(({ field }) => field));
    const named = [...byPosition].find(([, { field }]) => field === 'name')?.[0];
    const nameAt = named ?? linkedColumn(table, page.url);
    const hasStage = fields.has('stage') || fields.has('status');
    const hasLinks = table.rows.some(({ element }) => linksToDeal(element, page.url));
    const isRecord = dealIdOf(page.url) !== undefined;
    const isTold = hasLinks
      ? hasStage || fields.has('amount')
      : !isRecord && hasStage && fields.has('amount');
    const isAboutDeals = nameAt !== undefined && isTold;
    return isAboutDeals ? { table, known: byPosition, nameAt, contested } : [];
  });
}

/** The unnamed column whose cells all link to deals. */
function linkedColumn({ columns, rows }: Table, base: URL): number | undefined {
  const whole = rows.filter(({ isWhole }) => isWhole);
  const at = columns.find(
    (column) => whole.length > 0 && whole.every(({ cells }) => linksToDeal(cells.get(column.at), base)),
  );
  return at?.at;
}

function linksToDeal(place: Element | undefined, base: URL): boolean {
  return [...(place?.querySelectorAll('a[href]') ?? [])].some((link) => {
    const url = URL.parse(link.getAttribute('href') ?? '', base.href);
    return url !== null && subjectOfUrl(url) === 'deals' && dealIdOf(url) !== undefined;
  });
}
