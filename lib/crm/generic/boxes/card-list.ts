import type { Page } from '../../adapter';
import type { Steps } from '../../dom/in-slices';
import type { DealBoard } from '../deal-tables';
import { areAlike } from '../alike';
import { linkTarget } from '../link-target';
import { cardTable } from './deal-board';
import type { Card } from './find-cards';

/**
 * Deals that lie below each other as boxes of one kind, without headings: what each value is only its own words say. It is
 * a list of deals where most boxes show an amount and a stage, and where it is the only one of the page; the boxes link to
 * deals, or all of them show both. `undefined`: there is none.
 */
export function* cardList(page: Page, cards: readonly Card[]): Steps<DealBoard | undefined> {
  const [first] = cards;
  if (first === undefined) return undefined;
  const { list } = first;
  const areOfOneKind = cards.every((card) => card.list === list && areAlike(card.element, first.element));
  if (!areOfOneKind) return undefined;
  const found = yield* cardTable(page, { element: list, found: cards, columns: [{ element: list, cards }] });
  const { columns, rows } = found.board.table;
  const [stageAt, amountAt] = (['stage', 'amount'] as const).map(
    (field) => columns.find(({ at }) => found.board.known.get(at)?.field === field)?.at,
  );
  const has = (at: number | undefined) =>
    rows.filter(({ cells }) => at !== undefined && cells.has(at)).length;
  const isLinked = cards.every(({ mark }) => linkTarget(mark, page.url)?.dealId !== undefined);
  const least = isLinked ? cards.length / 2 : cards.length;
  return has(stageAt) >= least && has(amountAt) >= least ? found : undefined;
}
