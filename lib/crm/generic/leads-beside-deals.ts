import type { Page } from '../adapter';
import { textOf } from '../dom/text-of';
import { isOfLeads, saysDeals, saysManyDeals } from './page-subject';

/** Where the entries of a menu lie. */
const entries = ['nav', '[role=navigation]', 'header', 'aside', '[class*=sidebar]', '[class*=menu]']
  .flatMap((place) => ['a', 'button', '[role=menuitem]'].map((entry) => `${place} ${entry}`))
  .join(',');
/** A menu has no more entries. */
const most = 200;

/** Whether a page is about leads in a CRM whose menu has deals as well: a lead is no deal there. */
export function isLeadsBesideDeals({ document, url }: Pick<Page, 'document' | 'url'>): boolean {
  if (!isOfLeads(url)) return false;
  return [...document.querySelectorAll(entries)].slice(0, most).some((entry) => {
    const href = entry.getAttribute('href');
    const text = textOf(entry);
    // `New deal` and `Convert to deal` are no modules: without an address it is one word for many deals.
    if (href === null) return !/\s/.test(text) && saysManyDeals(text);
    const to = URL.parse(href, url.href);
    // Some call their leads deals: what leads to leads is none of these.
    if (to?.host !== url.host || isOfLeads(to)) return false;
    const path = to.pathname === url.pathname ? '' : to.pathname;
    return saysDeals(`${path} ${to.hash} ${to.search}`) || saysManyDeals(text);
  });
}
