import { textOf } from '../dom/text-of';
import { foldWord } from '../parse/fold-word';
import { fieldsOf } from './list-content';
import { rootOf } from './root-of';
import { tables } from './row-cells';

const sales =
  /^(?:salg|sales|verkauf|verkaufe|vertrieb|ventes|ventas|vendas|forsaljning|verkoop|vendite|sprzedaz|myynti)$/;

/**
 * Whether a page that is headed "Sales" and no more lists deals: orders and receipts are sales too, but only deals have a
 * stage beside their amount.
 */
export function listsSales(document: Document): boolean {
  const root = rootOf(document);
  const heading = root.querySelector('h1');
  if (heading === null || !sales.test(foldWord(textOf(heading)))) return false;
  return [...root.querySelectorAll(tables)].some((table) => {
    const fields = fieldsOf(table);
    return fields.has('stage') && fields.has('amount');
  });
}
