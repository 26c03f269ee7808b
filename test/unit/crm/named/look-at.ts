import type { Adapter, Page, ReadResult } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import type { StoredPage } from '../../../pages/draw/stored-page';

/** The page as a browser would show it: shadow roots that its markup declares are attached. */
export function openPage({ html, expected: { url } }: StoredPage): Page {
  const document = new DOMParser().parseFromString(html, 'text/html');
  attachShadows(document);
  return { document, url: new URL(url), locale: 'en', now: at(0), ended: new AbortController().signal };
}

/** The parser of the tests' document leaves them as templates. */
function attachShadows(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const host = template.parentElement;
    if (host === null) continue;
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = template.innerHTML;
    template.remove();
    attachShadows(shadow);
  }
}

/**
 * What an adapter makes of a page that has stood there for a while: the first look, and a second one when everything that
 * is waited for has had its time.
 */
export function lookAt(adapter: Adapter, stored: StoredPage): ReadResult {
  const page = openPage(stored);
  atOnce(adapter.read(page));
  return atOnce(adapter.read({ ...page, now: at(12) }));
}

function at(second: number): string {
  return `2027-03-01T08:30:${String(second).padStart(2, '0')}Z`;
}
