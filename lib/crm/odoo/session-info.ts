import { isRecord, parseJson } from '../sync/guards';

const known = new WeakMap<Document, Readonly<Record<string, unknown>>>();

/**
 * What an Odoo writes of the session into its page before anything else (`odoo.__session_info__ = {…};` on a line of
 * its own, addons/web/views/webclient_templates.xml): the database, the user and his companies. A page is written
 * once, so it is looked for once. `undefined`: the page has none.
 */
export function odooSessionInfo(document: Document): Readonly<Record<string, unknown>> | undefined {
  const before = known.get(document);
  if (before !== undefined) return before;
  for (const script of document.scripts) {
    const text = script.src === '' ? (script.textContent ?? '') : '';
    const line = /^\s*odoo\.__session_info__ = (\{.*\});?\s*$/m.exec(text)?.[1];
    const info = parseJson(line);
    if (!isRecord(info)) continue;
    known.set(document, info);
    return info;
  }
  return undefined;
}
