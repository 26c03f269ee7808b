import type { InlineConfig, Plugin, Rollup } from 'vite';

/** What a popup needs before it paints begins here. */
const roots = [
  '/components/popup/Popup.tsx',
  '/components/hooks/mount.tsx',
  '/components/hooks/extension-platform.ts',
];

/**
 * Puts all that a popup loads first into one file: a browser fetches each of an extension's files for some milliseconds,
 * which a dozen of small ones made half of the time until the popup was painted. A hook for `vite:build:extendConfig`.
 */
export function oneFirstLoad(entrypoints: readonly { readonly name: string }[], config: InlineConfig): void {
  if (entrypoints.some(({ name }) => name === 'popup'))
    config.plugins = [...(config.plugins ?? []), together()];
}

function together(): Plugin {
  let first: ReadonlySet<string> | undefined;
  return {
    name: 'stafet-one-first-load',
    outputOptions: (options) => ({
      ...options,
      manualChunks: (id, { getModuleIds, getModuleInfo }) =>
        (first ??= loadedFirst([...getModuleIds()], getModuleInfo)).has(id) ? 'first' : undefined,
    }),
  };
}

/** The roots, and whatever they import without waiting. */
function loadedFirst(ids: readonly string[], infoOf: Rollup.GetModuleInfo): ReadonlySet<string> {
  const waiting = ids.filter((id) => roots.some((root) => id.endsWith(root)));
  if (waiting.length !== roots.length) throw new Error('the popup begins elsewhere');
  // What the builders themselves put into every page.
  waiting.push(...ids.filter((id) => /virtual:wxt-|vite\/preload-helper/.test(id)));
  const seen = new Set<string>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(infoOf(id)?.importedIds ?? []));
  }
  return seen;
}
