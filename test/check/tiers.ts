import type { Module } from './modules';

export type Tier = 'pure' | 'page' | 'platform' | 'hooks' | 'components' | 'entrypoints';

const TIERS: readonly (readonly [Tier, RegExp])[] = [
  ['pure', /^lib\/(?:stats|calendar|money|deal|forecast|pipeline|handoff|method)\//],
  ['pure', /^lib\/crm\/parse\//],
  // The one file that saves what the builders made.
  ['platform', /^lib\/export\/save-/],
  ['pure', /^lib\/export\//],
  ['page', /^lib\/crm\//],
  ['platform', /^lib\/(?:store|messages|hosts|i18n)\//],
  ['platform', /^lib\/(?:schema|log)(?:\.ts)?$/],
  ['hooks', /^components\/hooks\//],
  ['components', /^components\//],
  ['entrypoints', /^entrypoints\//],
];

/** Value imports that a tier may make of another. Types alone weigh nothing: they have rules of their own. */
const MAY_IMPORT: Record<Tier, readonly Tier[]> = {
  pure: ['pure'],
  page: ['pure', 'page'],
  platform: ['pure', 'platform'],
  hooks: ['pure', 'platform', 'hooks', 'components'],
  components: ['pure', 'hooks', 'components'],
  entrypoints: ['pure', 'page', 'platform', 'hooks', 'components', 'entrypoints'],
};

/** Files of another tier that everyone above the pure tier may import: the contract, and the words of the interface. */
const SHARED = /^lib\/(?:crm\/adapter|i18n\/[\w-]+)$/;

/** Who may import a package. A package that is not named here may be imported above the pure and page tiers. */
const PACKAGES: readonly (readonly [RegExp, RegExp])[] = [
  [/^zod(?:\/|$)/, /^lib\/schema\.ts$/],
  [/^dexie$/, /^lib\/store\//],
  [/^dexie-react-hooks$/, /^components\/hooks\//],
  [/^(?:react|react-dom|preact)(?:\/|$)/, /^(?:components|entrypoints)\//],
  [/^chart\.js(?:\/|$)/, /^components\/charts\//],
  [/^wxt\/browser$/, /^(?:lib\/(?:store|messages|hosts|i18n|export)\/|components\/hooks\/|entrypoints\/)/],
  [/^papaparse$/, /^lib\/export\//],
  [/^(?:@internationalized\/number|simple-statistics|pure-rand)(?:\/|$)/, /^lib\//],
];

export function tierOf(path: string): Tier | undefined {
  return TIERS.find(([, pattern]) => pattern.test(path))?.[0];
}

/** Imports that the table of tiers forbids, as sentences. */
export function forbiddenImports(modules: readonly Module[]): readonly string[] {
  return modules.flatMap((module) => {
    const tier = tierOf(module.path);
    if (tier === undefined) return [`${module.path} belongs to no tier`];
    return module.imports.flatMap(({ to, kind }) => {
      const sentence = `${module.path} (${tier}) imports ${to}`;
      if (!/^(?:lib|components|entrypoints|public)\//.test(to))
        return packageAllowed(module.path, tier, to) ? [] : [sentence];
      if (isOtherAdapter(module.path, to)) return [`${sentence}: another adapter`];
      const its = tierOf(to);
      if (its === undefined || MAY_IMPORT[tier].includes(its)) return [];
      if (tier === 'pure') return [sentence];
      if (kind === 'type' || SHARED.test(to))
        return tier === 'page' && its !== 'page' && kind !== 'type' ? [sentence] : [];
      return [sentence];
    });
  });
}

function packageAllowed(path: string, tier: Tier, name: string): boolean {
  const rules = PACKAGES.filter(([pattern]) => pattern.test(name));
  if (rules.length > 0) return rules.every(([, importers]) => importers.test(path));
  // What the build generates (types of the messages) is read by lib/i18n alone.
  if (name.startsWith('.wxt/')) return path.startsWith('lib/i18n/');
  return tier !== 'pure' && tier !== 'page';
}

/** Where CRMs are named: what reads pages, and apart from it, so that no page loads it, what syncs. */
export const REGISTRIES: readonly string[] = [
  'lib/crm/registry.ts',
  'lib/crm/layouts.ts',
  'lib/crm/export-ids.ts',
  'lib/crm/sync-registry.ts',
  'lib/hosts/other-hosts.ts',
];

const SHARED_CRM_FOLDERS = ['dom', 'parse', 'sync'];

/** An adapter's folder (`tryton`, `generic`), or `undefined` for what adapters share. */
export function adapterFolder(path: string): string | undefined {
  const folder = /^lib\/crm\/([\w-]+)\//.exec(path)?.[1];
  return folder === undefined || SHARED_CRM_FOLDERS.includes(folder) ? undefined : folder;
}

function isOtherAdapter(from: string, to: string): boolean {
  const its = adapterFolder(to);
  // An entrypoint may bring one adapter into a tab as a script of its own.
  if (its === undefined || REGISTRIES.includes(from) || tierOf(from) === 'entrypoints') return false;
  return adapterFolder(from) !== its;
}
