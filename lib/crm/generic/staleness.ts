const seen = new WeakMap<Document, Map<string, { key: string; content: string }>>();

/**
 * Whether a page still shows what it showed under another address or filter. Pages change their address or tab first and
 * their content when the answer arrives; in between, the old deal's values stand under the new deal's id.
 *
 * @param part what is compared (`record`, `list`)
 * @param key the id or filter that the content should belong to
 * @param content everything that was shown, as text
 */
export function isStale(
  document: Document,
  { part, key, content }: { readonly part: string; readonly key: string; readonly content: string },
): boolean {
  const parts = seen.get(document) ?? new Map<string, { key: string; content: string }>();
  seen.set(document, parts);
  const last = parts.get(part);
  if (last !== undefined && last.key !== key && last.content === content) return true;
  parts.set(part, { key, content });
  return false;
}
