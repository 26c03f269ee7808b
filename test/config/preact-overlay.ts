import type { InlineConfig } from 'vite';

/**
 * Compiles the overlay's React source against Preact: it is loaded into every CRM page, where React would weigh
 * sixty kilobytes more. WXT builds each content script by itself; all other entrypoints keep React.
 *
 * A hook for `vite:build:extendConfig`.
 */
export function preactForOverlay(
  entrypoints: readonly { readonly name: string }[],
  config: InlineConfig,
): void {
  if (!entrypoints.some(({ name }) => name === 'overlay')) return;
  const alias = [
    { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
    { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
    { find: /^react(-dom)?$/, replacement: 'preact/compat' },
  ];
  config.resolve = { ...config.resolve, alias: [...aliasList(config.resolve?.alias), ...alias] };
}

function aliasList(alias: NonNullable<InlineConfig['resolve']>['alias']) {
  if (alias === undefined) return [];
  if (Array.isArray(alias)) return alias;
  return Object.entries(alias).map(([find, replacement]) => ({ find, replacement: String(replacement) }));
}
