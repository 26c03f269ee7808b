import { hubspotPortal } from './tenant';

/** Address of a deal's page in the same portal (facts.md 2.1). */
export function dealUrl(url: URL, id: string): string {
  return `${url.origin}/contacts/${hubspotPortal(url) ?? ''}/record/0-3/${id}`;
}

/** The deal that an address of a link names; `undefined` for every other one. */
export function dealIdIn(href: string | null): string | undefined {
  return /\/record\/0-3\/(\d+)(?:[/?#]|$)/.exec(href ?? '')?.[1];
}
