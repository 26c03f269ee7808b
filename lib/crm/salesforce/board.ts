import type { Page } from '../adapter';
import { isInView } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import type { Found, Place, PlacedField, PlacedRow, PlacedRows } from '../layout';
import { opportunityId } from './deal-id';
import { dealUrl } from './urls';

// All of facts.md 1.2, Kanban.
const columnClass = 'runtime_sales_pipelineboardPipelineViewColumn';
const headers = '.stageHeaderLabel,.runtime_sales_pipelineboardPipelineViewColumnHeader';
const cards = '.runtime_sales_pipelineboardPipelineViewCardStencil';

/** The board of a list view: ids stand in the class lists of the cards. */
export function* readBoard({ document, url }: Page, scope: string | undefined): Steps<Found<PlacedRows>> {
  const columns = [...document.getElementsByClassName(columnClass)].filter(isInView);
  const [first] = columns;
  if (first === undefined) return 'loading';
  const stages = stagesOf(document, columns);
  if (stages === undefined) return 'unknown';
  const rows: PlacedRow[] = [];
  for (const [nth, column] of columns.entries()) {
    for (const card of column.querySelectorAll(cards)) {
      yield;
      const row = rowOf(card, stages[nth] ?? '', url);
      if (row === undefined) return 'unknown';
      rows.push(row);
    }
  }
  return {
    element: first.parentElement ?? first,
    rows,
    headings: new Map(),
    ...(scope === undefined ? {} : { scope }),
  };
}

/** The columns' names, without the number of their cards. */
function stagesOf(document: Document, columns: readonly Element[]): readonly string[] | undefined {
  const own = columns.map((column) => column.querySelector(headers));
  const apart = [...document.querySelectorAll(headers)].filter(isInView);
  const found = own.every((header) => header !== null) ? own : apart.length === columns.length ? apart : [];
  const names = found.map((header) => textOf(header).replace(/\s*\([\d.,\s]*\+?\)\s*$/, ''));
  return names.length === columns.length && names.every(Boolean) ? names : undefined;
}

function rowOf(card: Element, stage: string, url: URL): PlacedRow | undefined {
  const link = card.querySelector('.primaryDisplayField a');
  const id = idOf(card, link);
  if (id === undefined || link === null) return undefined;
  const places = new Map<PlacedField, Place>([
    ['name', link],
    ['stage', stage],
  ]);
  const amount =
    card.querySelector('.sfaOpportunityDealMotionAmount') ?? only(card.querySelectorAll('.uiOutputNumber'));
  const date = card.querySelector('.sfaOpportunityDealMotionCloseDate .uiOutputDate');
  if (amount !== undefined) places.set('amount', amount);
  if (date !== null) places.set('closeOn', date);
  return { element: card, id, url: dealUrl(url, id), places };
}

/** In the classes of the card, else in the address of its link. */
function idOf(card: Element, link: Element | null): string | undefined {
  const inner = card.querySelector('.pipelineViewCard');
  const words = [
    ...card.classList,
    ...(inner?.classList ?? []),
    ...(link?.getAttribute('href') ?? '').split('/'),
  ];
  const ids = new Set(words.flatMap((word) => opportunityId(word) ?? []));
  return ids.size === 1 ? [...ids][0] : undefined;
}

function only(all: NodeListOf<Element>): Element | undefined {
  return all.length === 1 ? all[0] : undefined;
}
