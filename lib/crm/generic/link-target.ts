import { dealIdOf, lastIdOf } from './deal-id';
import { isLeadBesideDeals, leadsToThings, subjectOfUrl } from './page-subject';

/** Where a link leads. */
export interface LinkTarget {
  readonly url: string;
  /** On the page's own host. */
  readonly isHere: boolean;
  /** The deal whose record it leads to. */
  readonly dealId?: string;
  /** It leads to something beside deals: an order, a ticket, a candidate. */
  readonly isThing: boolean;
  /** It is for changing or removing something. */
  readonly isAction: boolean;
}

const most = 10_000;
let page = '';
let known = new Map<string, LinkTarget | undefined>();

/** Where a link of the page leads; `undefined` for what is no address. The same links are asked about at every look. */
export function linkTarget(link: Element, base: URL): LinkTarget | undefined {
  if (page !== base.href || known.size >= most) {
    page = base.href;
    known = new Map();
  }
  const href = link.getAttribute('href') ?? '';
  if (!known.has(href)) known.set(href, targetOf(href, base));
  return known.get(href);
}

function targetOf(href: string, base: URL): LinkTarget | undefined {
  const url = URL.parse(href, base.href);
  if (url === null) return undefined;
  const isDeal = subjectOfUrl(url) === 'deals' && !isLeadBesideDeals(url, base);
  const dealId = isDeal ? dealIdOf(url) : undefined;
  return {
    url: url.href,
    isHere: /^https?:$/.test(url.protocol) && url.host === base.host,
    ...(dealId === undefined ? {} : { dealId }),
    // `/deals/12/activities` is a part of the deal's record, `/deals/12/orders/99` is not.
    isThing: leadsToThings(url) && (dealIdOf(url) === undefined || lastIdOf(url) !== undefined),
    isAction: /\b(?:edit|update|delete|remove|clone|duplicate)/i.test(url.href),
  };
}
