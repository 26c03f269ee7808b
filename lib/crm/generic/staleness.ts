/** What a part of a page showed, and to which id or filter it belongs. */
export interface Content {
  readonly key: string;
  /** Everything that was shown, as text. */
  readonly content: string;
}

type Part = 'record' | 'list';

const seen = new WeakMap<Document, Map<Part, Content>>();

/** What that part of the page last showed, as far as it was noted. */
export function lastContent(document: Document, part: Part): Content | undefined {
  return seen.get(document)?.get(part);
}

/** Notes what a part of the page shows, and to which id or filter it belongs. */
export function noteContent(document: Document, part: Part, content: Content): void {
  const parts = seen.get(document) ?? new Map<Part, Content>();
  seen.set(document, parts.set(part, content));
}

/**
 * Whether a page still shows what it showed under another address or filter. Pages change their address or tab first and
 * their content when the answer arrives; in between, the old deal's values stand under the new deal's id.
 */
export function isStale(document: Document, part: Part, { key, content }: Content): boolean {
  const last = lastContent(document, part);
  return last !== undefined && last.key !== key && last.content === content;
}
