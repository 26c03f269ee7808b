import type { Page } from '../adapter';
import { isInView } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import { onlyText, textOf } from '../dom/text-of';
import type { Found, Place, PlacedField, PlacedRow, PlacedRows } from '../layout';
import { opportunityId } from './deal-id';
import { dealUrl } from './urls';

// All of facts.md 1.2, Kanban.
export const columnClass = 'runtime_sales_pipelineboardPipelineViewColumn';
const label = '.stageHeaderLabel';
const header = '.runtime_sales_pipelineboardPipelineViewColumnHeader';
const cards = '.runtime_sales_pipelineboardPipelineViewCardStencil';
export const boardSigns = [`.${columnClass}`, label, header, cards, '.pipelineViewCard'];

interface Stage {
  readonly name: string;
  /** How many cards the header says there are. */
  readonly count?: number;
}

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
      const row = rowOf(card, stages[nth]?.name ?? '', url);
      if (row === undefined) return 'unknown';
      rows.push(row);
    }
  }
  const counts = stages.flatMap(({ count }) => count ?? []);
  const total = counts.length < stages.length ? undefined : counts.reduce((sum, count) => sum + count, 0);
  return {
    element: first.parentElement ?? first,
    rows,
    headings: new Map(),
    ...(scope === undefined ? {} : { scope }),
    ...(total === undefined ? {} : { statedTotal: total }),
  };
}

/** The columns' headers, each in its column or all of them apart. */
function stagesOf(document: Document, columns: readonly Element[]): readonly Stage[] | undefined {
  for (const selector of [label, header]) {
    const own = columns.map((column) => column.querySelector(selector));
    const apart = [...document.querySelectorAll(selector)].filter(isInView);
    const found = own.every((one) => one !== null) ? own : apart.length === columns.length ? apart : [];
    const stages = found.flatMap((one) => stageIn(one) ?? []);
    if (stages.length === columns.length) return stages;
  }
  return undefined;
}

/** `Negotiation (16)`, behind which a sum may stand. A header that says anything else is not understood. */
function stageIn(element: Element): Stage | undefined {
  const [, name, figures = ''] = /^(.+?)\s*\((\d[\d.,\s]*\+?)\)/.exec(textOf(element)) ?? [];
  if (name !== undefined)
    return figures.endsWith('+') ? { name } : { name, count: Number(figures.replace(/\D/g, '')) };
  const only = onlyText(element)?.trim();
  return only ? { name: only } : undefined;
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
