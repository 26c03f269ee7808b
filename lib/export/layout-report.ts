/** What is known of a page whose layout was not recognised. */
export interface LayoutSight {
  /** The extension's version. */
  readonly version: string;
  /** Short name of its CRM. */
  readonly crm: string;
  /** Kind of page. */
  readonly kind: string;
  /** Without host, ids and names. */
  readonly address?: string;
  /** How often the page has what was looked for: selector to number. */
  readonly found?: Readonly<Record<string, number>>;
}

/** What a user may send to us of such a page, as text: nothing in it is of a deal or a company. */
export function layoutReport({ version, crm, kind, address, found = {} }: LayoutSight): string {
  return [
    `Stafet ${version}`,
    `Layout not recognised: ${crm}, ${kind}`,
    ...(address === undefined ? [] : [address]),
    ...Object.entries(found).map(([selector, count]) => `${count} × ${selector}`),
  ].join('\n');
}
