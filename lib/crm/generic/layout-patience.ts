import type { Page } from '../adapter';
import { isLoading } from './is-loading';

/** So long a page may stand there without what its layout looks for; after that it is built otherwise. */
const patienceMs = 10_000;

const waiting = new WeakMap<Document, { readonly href: string; readonly since: number }>();

/**
 * Whether a page that lacks what its layout looks for may still come to have it. It may as long as it says that it loads;
 * else ten seconds from the first look at this address.
 */
export function mayStillCome({ document, url: { href }, now }: Page, root: Element): boolean {
  const at = Date.parse(now);
  const known = waiting.get(document);
  const since = known?.href === href ? known.since : at;
  waiting.set(document, { href, since });
  return isLoading(root) || at - since < patienceMs;
}

/** The page has it: should it go again, it is waited for anew. */
export function hasCome({ document }: Page): void {
  waiting.delete(document);
}
