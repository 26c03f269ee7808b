import type { PageKind } from '../adapter';

/*
 * Two kinds of addresses (facts.md 6, Odoo): everything in the fragment before version 18, and paths since.
 */

/** What an address of the pipeline shows; `any`: list or board. `undefined`: it is not of the pipeline. */
export function viewOf(url: URL): Extract<PageKind, 'list' | 'board' | 'record'> | 'any' | undefined {
  if (leadIdOf(url) !== undefined) return 'record';
  if (/^\/odoo\/crm\/?$/.test(url.pathname)) return 'any';
  const said = new URLSearchParams(url.hash.slice(1));
  if (said.get('model') !== 'crm.lead') return undefined;
  const type = said.get('view_type');
  return type === 'list' || type === 'tree' ? 'list' : type === 'kanban' ? 'board' : undefined;
}

/** The id of the opportunity that an address names. */
export function leadIdOf({ pathname, hash }: URL): string | undefined {
  const inPath = /^\/odoo\/crm\/(\d+)\/?$/.exec(pathname)?.[1];
  if (inPath !== undefined) return inPath;
  const said = new URLSearchParams(hash.slice(1));
  const id = said.get('id') ?? '';
  return said.get('model') === 'crm.lead' && said.get('view_type') === 'form' && /^\d+$/.test(id)
    ? id
    : undefined;
}

/** Address of an opportunity's form, written as the page's own. */
export function leadUrl({ origin, pathname }: URL, id: string): string {
  return pathname.startsWith('/odoo/')
    ? `${origin}/odoo/crm/${id}`
    : `${origin}${pathname}#id=${id}&model=crm.lead&view_type=form`;
}
