import { onlyText, textOf } from '../dom/text-of';
import { moneyIn } from './money-in';
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
  return moneyIn(textIn(cell)) !== undefined;
}

function textIn(cell: Element | undefined): string {
  return cell === undefined ? '' : (onlyText(cell) ?? textOf(cell)).trim();
}

/** Written as amounts are, with groups or two decimals: `36,340.00`, `1 250,50`. */
const figure =
  /^-?(?:\d{1,3}(?:[.,'’ \u00a0\u202f]\d{2,3})*[.,' ’\u00a0\u202f]\d{3}(?:[.,]\d{1,2})?|\d+[.,]\d{2})$/;

/** Below a hundred, and so as likely a score, a day (`14.03`) or a time (`14.30`). */
const small = /^-?\d{1,2}[.,]\d{2}$/;

/**
 * Whether a column that nobody knows holds nothing but figures that may be amounts, without any currency, and at least one
 * that is nothing else.
 */
export function hasBareMoney({ columns, rows }: Table, isKnown: (at: number) => boolean): boolean {
  const first = rows.filter(({ isWhole }) => isWhole).slice(0, 20);
  return columns.some(({ at, heading }) => {
    if (isKnown(at) || heading.includes('%')) return false;
    const texts = first.flatMap(({ cells }) => textIn(cells.get(at)) || []);
    return texts.every((text) => figure.test(text)) && texts.some((text) => !small.test(text));
  });
}
