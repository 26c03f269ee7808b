import { compareInstants } from '../../calendar/compare-instants';
import type { HistoryRead, ReadStep, SheetProblem } from '../../crm/sheet';
import type { AmountUnit, ChangeValue, DealChange } from '../../deal/deal';
import { dealKey } from '../../deal/deal-key';
import { grouped } from '../../deal/grouped';
import type { HistoryField } from '../../deal/file-history/file-step';
import { joinFileHistory, type FileTrack, type JoinedFile } from '../../deal/file-history/join-file-history';
import { stepLimit, type ImportedCopy, type ImportWork } from '../../messages/import-steps';
import { withoutSlot } from '../columns/without-slot';
import type { Database } from '../database';
import { fileSource } from '../import-reads';
import type { PreviewContext } from './deals-preview';
import { SharedNames } from './shared-names';

const shownDeals = 20;

/** A deal's way through one field, as it would be known. */
export interface CsvPath {
  readonly key: string;
  readonly id: string;
  readonly name: string | null | undefined;
  /** What it was, and since when; the first without a time. An interval has both ends. */
  readonly steps: readonly {
    readonly value: ChangeValue;
    readonly unit?: AmountUnit | undefined;
    readonly notBefore?: string;
    readonly at?: string;
  }[];
}

/** What would be stored of a file of histories, and what would not. */
export interface HistoryPreview {
  readonly kind: 'history';
  readonly rows: number;
  /** Of each field: changes that the file tells of deals that are here, and how many of them are new. */
  readonly fields: readonly {
    readonly field: HistoryField;
    readonly told: number;
    readonly added: number;
  }[];
  /** Deals of which something is new. */
  readonly changed: number;
  /** Deals of which all is here already. */
  readonly unchanged: number;
  /** Rows of fields whose changes are not kept. */
  readonly others: number;
  readonly repeated: number;
  /** Which field the paths are of, and those of the first deals. */
  readonly pathOf: HistoryField;
  readonly paths: readonly CsvPath[];
}

export interface HistoryWork {
  readonly preview: HistoryPreview;
  readonly works: readonly ImportWork[];
  /** Rows of which nothing is taken. */
  readonly problems: readonly SheetProblem[];
}

/** Compares a file's histories with the deals that are here. It writes nothing. */
export async function previewHistory(
  read: HistoryRead,
  { place, written, rows, onDeal }: PreviewContext & { readonly written: string },
  database: Database,
): Promise<HistoryWork> {
  const ofDeal = grouped(read.steps, ({ id }) => id);
  const ids = [...ofDeal.keys()];
  const keyOf = (id: string) => dealKey(place.crm, place.tenant, id);
  const problems = [...read.unreadable];
  const words = new SharedNames();
  const known: string[] = [];
  for (let from = 0; from < ids.length; from += stepLimit) {
    const some = ids.slice(from, from + stepLimit);
    for (const [nth, deal] of (await database.deals.bulkGet(some.map(keyOf))).entries()) {
      const id = some[nth] ?? '';
      const steps = ofDeal.get(id) ?? [];
      if (deal === undefined)
        problems.push(...steps.map(({ row }) => ({ row, code: 'deal-unknown', text: id }) as const));
      else {
        known.push(id);
        words.add(deal, steps);
      }
    }
    onDeal(from / 3, ids.length);
  }

  const source = fileSource(place);
  const counts = new Map<HistoryField, { told: number; added: number }>();
  const pathOf = read.steps.some(({ field }) => field === 'stage')
    ? 'stage'
    : (read.steps[0]?.field ?? 'stage');
  const paths: CsvPath[] = [];
  const copies: ImportedCopy[] = [];
  let unchanged = 0;
  for (let from = 0; from < known.length; from += stepLimit) {
    const some = known.slice(from, from + stepLimit);
    const keys = some.map(keyOf);
    const deals = await database.deals.bulkGet(keys);
    const stored = grouped(await database.changes.where('key').anyOf(keys).toArray(), ({ key }) => key);
    for (const [nth, row] of deals.entries()) {
      const id = some[nth] ?? '';
      if (row === undefined) continue;
      const steps = ofDeal.get(id) ?? [];
      const joined = joinFileHistory(
        { deal: withoutSlot(row), changes: stored.get(row.key) ?? [] },
        tracksOf(id, steps, read),
        {
          written,
          source,
          isBelievable: (field, seen, said) => words.areBoth(field, seen, said),
        },
      );
      for (const { field, why } of joined.refused)
        problems.push(
          ...steps
            .filter((step) => step.field === field)
            .map((step) => ({ row: step.row, code: why, field, text: row.name ?? id })),
        );
      count(counts, joined);
      if (joined.isChanged) copies.push(joined.copy);
      else unchanged += 1;
      if (paths.length < shownDeals && joined.copy.changes.some(({ field }) => field === columnOf(pathOf)))
        paths.push(pathIn(joined, id, pathOf));
    }
    onDeal(known.length / 3 + (from * 2) / 3, known.length);
  }
  return {
    works: worksOf(copies),
    problems: problems.toSorted((a, b) => a.row - b.row),
    preview: {
      kind: 'history',
      rows,
      fields: [...counts].map(([field, one]) => ({ field, ...one })),
      changed: copies.length,
      unchanged,
      others: read.others,
      repeated: read.repeated,
      pathOf,
      paths,
    },
  };
}

function tracksOf(id: string, steps: readonly ReadStep[], { born, holes }: HistoryRead): FileTrack[] {
  return [...new Set(steps.map(({ field }) => field))].map((field) => ({
    field,
    steps: steps.filter((step) => step.field === field),
    isBorn: born.has(id),
    hasHoles: holes.has(`${field} ${id}`),
  }));
}

function columnOf(field: HistoryField): DealChange['field'] {
  return field === 'amount' ? 'amountMinor' : field;
}

function fieldOf(column: DealChange['field']): HistoryField {
  // The file's rows are of its fields alone.
  return column === 'amountMinor' ? 'amount' : (column as HistoryField);
}

function count(
  counts: Map<HistoryField, { told: number; added: number }>,
  { copy, added }: JoinedFile,
): void {
  for (const [rows, name] of [
    [copy.changes, 'told'],
    [added, 'added'],
  ] as const)
    for (const row of rows) {
      const field = fieldOf(row.field);
      const one = counts.get(field) ?? { told: 0, added: 0 };
      one[name] += 1;
      counts.set(field, one);
    }
}

function pathIn({ deal, changes }: JoinedFile, id: string, field: HistoryField): CsvPath {
  const rows = changes
    .filter((row) => row.field === columnOf(field))
    .toSorted((a, b) => compareInstants(a.at, b.at) || compareInstants(a.notBefore, b.notBefore));
  return {
    key: deal.key,
    id,
    name: deal.name,
    steps: [
      { value: rows[0]?.from ?? null, unit: rows[0]?.units?.from },
      ...rows.map(({ to, units, notBefore, at }) => ({
        value: to,
        unit: units?.to,
        notBefore,
        at,
      })),
    ],
  };
}

/** As many deals in a step as it may have rows, but for one with more changes. */
function worksOf(copies: readonly ImportedCopy[]): ImportWork[] {
  const works: ImportedCopy[][] = [];
  let size = Infinity;
  for (const copy of copies) {
    const rows = 1 + copy.changes.length;
    if (size + rows > stepLimit) {
      works.push([]);
      size = 0;
    }
    works.at(-1)?.push(copy);
    size += rows;
  }
  return works.map((rows) => ({ kind: 'copies', rows }));
}
