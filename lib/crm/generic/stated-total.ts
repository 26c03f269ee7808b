import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import { tidyText } from '../parse/tidy-text';
import { around } from './around';

const nouns =
  'deals?|results?|records?|opportunit(?:y|ies)|items?|rows?|entries|aftaler?|resultater|poster|ergebnisse|einträge|datensätze|verkaufschancen|résultats|affaires|opportunités|resultados|negocios|negócios|oportunidad(?:e)?s|resultat|affärer|resultaten|risultati|trattative|opportunità';
const count = "(\\d{1,3}(?:[., ']\\d{3})+|\\d{1,9})";
const range = new RegExp(
  `(?:^|[^\\d.,])${count} ?(?:-|to|til|bis|à|a|till|tot) ?${count} ?(?:of|af|von|de|sur|av|van|di|out of|/) ?${count}(?![\\d+.,]*\\+)(?= |$|\\)|\\.)`,
  'i',
);
const slash = new RegExp(`^${count} ?(?:/|of|af|von|de|sur|av|van|di) ?${count}(?: (?:${nouns}))?$`, 'i');
const plain = new RegExp(`^(?:\\()?${count} (?:${nouns})\\)?$`, 'i');

/**
 * How many rows the page says that there are: `1–25 of 96 deals`, `25 / 96` (only where 25 rows are shown: else it is a
 * page number), `96 results`. Looked for nearest to the list first. `undefined` where nothing is stated, or different
 * totals at one place; `50+` states none.
 */
export function* statedTotal(list: Element, rendered: number): Steps<number | undefined> {
  for (const elements of around(list, 'p,span,div,nav,small,strong,output,h1,h2,h3,caption,li,b,em,footer')) {
    const totals = new Set<number>();
    for (const element of elements) {
      yield;
      // Only short texts: a total stands alone. Long ones are left before their text is put together.
      if ((element.textContent ?? '').length > 120) continue;
      const total = totalIn(tidyText(textOf(element)), rendered);
      if (total !== undefined && total >= rendered) totals.add(total);
    }
    const [only] = totals;
    if (totals.size > 0) return totals.size === 1 ? only : undefined;
  }
  return undefined;
}

function totalIn(text: string, rendered: number): number | undefined {
  const [, from, to, of] = range.exec(text) ?? [];
  if (of !== undefined) return wholeOf(to) - wholeOf(from) + 1 >= rendered ? wholeOf(of) : undefined;
  const [, shown, all] = slash.exec(text) ?? [];
  if (all !== undefined) return wholeOf(shown) === rendered ? wholeOf(all) : undefined;
  const alone = plain.exec(text)?.[1];
  return alone === undefined ? undefined : wholeOf(alone);
}

/** Counts are whole, so every sign in them groups. */
function wholeOf(text = ''): number {
  return Number(text.replace(/\D/g, ''));
}
