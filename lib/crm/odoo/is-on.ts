import type { Page } from '../adapter';

/** Any host: the server marks the body of its back office (facts.md 6, Odoo). */
export function isOdoo({ document }: Pick<Page, 'document'>): boolean {
  return document.body?.classList.contains('o_web_client') ?? false;
}
