import { parseAst, type InlineConfig, type Plugin } from 'vite';

/**
 * What Dexie wraps around every request for uses that the service worker does not make of it: caches for live queries,
 * hooks, and half-given compound keys. Where one is missed after all, Dexie throws.
 */
const unneeded = [
  'cacheMiddleware',
  'cacheExistingValuesMiddleware',
  'hooksMiddleware',
  'virtualIndexMiddleware',
];

/**
 * Builds the service worker without what it never runs: it is loaded anew for every message. A hook for
 * `vite:build:extendConfig`.
 */
export function leanWorker(entrypoints: readonly { readonly name: string }[], config: InlineConfig): void {
  if (!entrypoints.some(({ name }) => name === 'background')) return;
  config.plugins = [...(config.plugins ?? []), leanDexie(), dropUnnamedMethods()];
  // Nothing in it is a constructor that is not written as a class and never says `this`.
  const compress = { passes: 3, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true };
  config.build = { ...config.build, terserOptions: { ecma: 2020, compress } };
}

/** Dexie without what is {@link unneeded}. Fails where this Dexie is another than was looked at. */
export function leanDexie(): Plugin {
  return {
    name: 'stafet-lean-dexie',
    transform(code, id) {
      if (!id.endsWith('/dexie/dist/modern/dexie.mjs')) return undefined;
      return unneeded.reduce((rest, name) => {
        const use = `this.use(${name});`;
        if (rest.split(use).length !== 2) throw new Error(`Dexie no longer says: ${use}`);
        return rest.replace(use, '');
      }, code);
    },
  };
}

/** Drops the methods of classes whose name stands nowhere else in a whole script: nobody can call them. */
function dropUnnamedMethods(): Plugin {
  return {
    name: 'stafet-drop-unnamed-methods',
    renderChunk(code) {
      let rest = code;
      for (let spans = unnamedMethods(rest); spans.length > 0; spans = unnamedMethods(rest)) {
        rest = spans.toReversed().reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), rest);
      }
      return { code: rest, map: null };
    },
  };
}

type Span = readonly [from: number, to: number];
type Part = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>;

/** Where they stand in the script, in its order. */
function unnamedMethods(script: string): Span[] {
  const uses = new Map<string, number>();
  const methods: { readonly name: string; readonly span: Span }[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(visit);
    if (!isPart(part)) return;
    // A name may also be said in a text, alone or among others.
    for (const name of wordsOf(part)) uses.set(name, (uses.get(name) ?? 0) + 1);
    if (part.type === 'MethodDefinition' && part['kind'] === 'method' && part['computed'] === false) {
      const [name] = isPart(part['key']) ? wordsOf(part['key']) : [];
      if (name !== undefined && !byTheLanguage.has(name))
        methods.push({ name, span: [part.start, part.end] });
    }
    Object.values(part).forEach(visit);
  };
  visit(parseAst(script));
  return methods.filter(({ name }) => uses.get(name) === 1).map(({ span }) => span);
}

/** Methods that the language itself calls. */
const byTheLanguage = new Set(['toString', 'toJSON', 'valueOf', 'then']);

function wordsOf(part: Part): readonly string[] {
  const { name, value } = part;
  if (part.type === 'Identifier') return [String(name)];
  const text = isRaw(value) ? value.raw : value;
  return typeof text === 'string' ? text.split(/[^\w$]+/) : [];
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function isRaw(value: unknown): value is { readonly raw: string } {
  return typeof value === 'object' && value !== null && 'raw' in value && typeof value.raw === 'string';
}
