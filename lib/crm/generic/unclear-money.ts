import { onlyText, textOf } from '../dom/text-of';
import { moneyIn } from './lone-amounts';
import { speaksOfMoney } from './field-of-heading';
import type { Table } from './table';

/**
 * Whether a column that nobody knows shows money, by its heading or by currencies in its first rows: it may be the deals'
 * amount, or something made of it.
 */
export function hasUnclearMoney({ columns, rows }: Table, isKnown: (at: number) => boolean): boolean {
  const first = rows.filter(({ isWhole }) => isWhole).slice(0, 3);
  return columns.some(({ at, heading }) => {
    if (isKnown(at)) return false;
    return speaksOfMoney(heading) || first.some(({ cells }) => isMoney(cells.get(at)));
  });
}

function isMoney(cell: Element | undefined): boolean {
  return cell !== undefined && moneyIn(onlyText(cell) ?? textOf(cell)) !== undefined;
}
