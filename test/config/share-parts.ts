import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';

/** Folders of `lib/crm` that a script brings into a tab, for those that are put into it afterwards. */
const brings: Readonly<Record<string, readonly string[]>> = {
  crm: ['parse', 'dom'],
  generic: ['generic'],
};
/** The script that was there before. */
const comesAfter: Readonly<Record<string, string>> = { generic: 'crm', named: 'generic', boxes: 'generic' };
/** Folders within those above that are not brought with them: they come in a script of their own. */
const apart: readonly string[] = ['generic/boxes'];
/** That are in no script for a tab: files are read by our own pages. */
const elsewhere: readonly string[] = ['generic/sheet'];

const home = resolve(import.meta.dirname, '../../lib/crm');
const entries = resolve(import.meta.dirname, '../../entrypoints');
const slot = "globalThis[Symbol.for('stafet.parts')]";

/**
 * Lets scripts that are put into a tab one after the other share their modules, as chunks would: a browser gives content
 * scripts no imports. The first leaves the modules of some folders where the later ones find them, and each of those is
 * built without them. A hook for `vite:build:extendConfig`.
 */
export function shareParts(entrypoints: readonly { readonly name: string }[], config: InlineConfig): void {
  const plugins = entrypoints.flatMap(({ name }) => {
    const before = chainBefore(name).flatMap((one) => brings[one] ?? []);
    return [
      ...(name in brings ? [bringing(name, brings[name] ?? [])] : []),
      ...(before.length === 0 ? [] : [taking(before)]),
    ];
  });
  if (plugins.length > 0) config.plugins = [...(config.plugins ?? []), ...plugins];
}

function chainBefore(name: string): string[] {
  const before = comesAfter[name];
  return before === undefined ? [] : [...chainBefore(before), before];
}

/** Leaves the modules of these folders under their names. */
function bringing(entry: string, folders: readonly string[]): Plugin {
  const id = `virtual:stafet-parts-of-${entry}`;
  const isEntry = new RegExp(`/entrypoints/${entry}(?:\\.content/index)?\\.ts$`);
  return {
    name: 'stafet-bring-parts',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(loaded) {
      if (loaded !== `\0${id}`) return undefined;
      const names = folders.flatMap(wantedOf).map((name, nth) => ({ name, nth, exports: exportsOf(name) }));
      const imports = names.map(
        ({ name, nth, exports }) =>
          `import { ${exports.map((one) => `${one} as ${one}${nth}`).join(', ')} } from ${JSON.stringify(pathOf(name))};`,
      );
      const entries = names.map(
        ({ name, nth, exports }) =>
          `${JSON.stringify(name)}: { ${exports.map((one) => `${one}: ${one}${nth}`).join(', ')} }`,
      );
      return `${imports.join('\n')}\n${slot} = { ...${slot}, ${entries.join(', ')} };`;
    },
    transform: (code, module) => (isEntry.test(module) ? `import '${id}';\n${code}` : undefined),
  };
}

/** Imports of modules in these folders are taken from where they were left. */
function taking(folders: readonly string[]): Plugin {
  const prefix = '\0stafet-part:';
  return {
    name: 'stafet-take-parts',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (importer === undefined || !source.startsWith('.')) return undefined;
      const found = await this.resolve(source, importer, { skipSelf: true });
      const name = found?.id.startsWith(`${home}/`) ? found.id.slice(home.length + 1, -'.ts'.length) : '';
      return folders.some((folder) => isIn(folder, name)) ? `${prefix}${name}` : undefined;
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const name = id.slice(prefix.length);
      return `export const { ${exportsOf(name).join(', ')} } = ${slot}[${JSON.stringify(name)}];`;
    },
  };
}

/** The modules of a folder that others import. */
function wantedOf(folder: string): string[] {
  const wanted = [home, entries]
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => resolve(root, file)),
    )
    .filter((file) => file.endsWith('.ts') && !isIn(folder, nameOf(file)) && !isOf(elsewhere, nameOf(file)))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^import \{.*? from '(\.[./\w-]+)'/gms)].map(([, path = '']) =>
        nameOf(resolve(dirname(file), path)),
      ),
    )
    .filter((name) => isIn(folder, name) && !isOf(elsewhere, name));
  return [...new Set(wanted)].toSorted();
}

/** Whether a module is brought with a folder. */
function isIn(folder: string, name: string): boolean {
  return isOf([folder], name) && !isOf(apart, name);
}

function isOf(folders: readonly string[], name: string): boolean {
  return folders.some((folder) => name.startsWith(`${folder}/`));
}

function nameOf(path: string): string {
  return relative(home, path).split(sep).join('/');
}

function pathOf(name: string): string {
  return resolve(home, `${name}.ts`);
}

/** What a module exports besides types. */
function exportsOf(name: string): string[] {
  const text = readFileSync(pathOf(name), 'utf8');
  if (/^export (?:default|\*|\{)/m.test(text)) throw new Error(`${name} exports in a way that is not shared`);
  return [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].flatMap(
    ([, exported]) => exported ?? [],
  );
}
