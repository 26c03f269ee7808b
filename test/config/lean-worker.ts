import { parseAst, type InlineConfig, type Plugin } from 'vite';
import { leanDexie } from './lean-dexie';
import { partsIn, wordsOf, type Span } from './script-parts';

/**
 * Builds the service worker without what it never runs: it is loaded anew for every message. A hook for
 * `vite:build:extendConfig`.
 */
export function leanWorker(entrypoints: readonly { readonly name: string }[], config: InlineConfig): void {
  if (!entrypoints.some(({ name }) => name === 'background')) return;
  config.plugins = [...(config.plugins ?? []), leanDexie(), dropUnnamedMethods()];
  // Nothing in it is a constructor that is not written as a class and never says `this`.
  const compress = { passes: 3, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true };
  // Dexie's own, which nobody else knows, but for two that it also names as texts.
  const mangle = { properties: { regex: '^_[a-z]', reserved: ['_createTransaction', '_vip'] } };
  config.build = { ...config.build, terserOptions: { ecma: 2020, safari10: false, compress, mangle } };
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

/** Where they stand in the script, in its order. */
function unnamedMethods(script: string): Span[] {
  const uses = new Map<string, number>();
  const methods: { readonly name: string; readonly span: Span }[] = [];
  for (const part of partsIn(parseAst(script))) {
    // A name may also be said in a text, alone or among others.
    for (const name of wordsOf(part)) uses.set(name, (uses.get(name) ?? 0) + 1);
    if (part.type === 'MethodDefinition' && part['kind'] === 'method' && part['computed'] === false) {
      const [name] = wordsOf(part['key']);
      if (name !== undefined && !byTheLanguage.has(name))
        methods.push({ name, span: [part.start, part.end] });
    }
  }
  return methods.filter(({ name }) => uses.get(name) === 1).map(({ span }) => span);
}

/** Methods that the language itself calls. */
const byTheLanguage = new Set(['toString', 'toJSON', 'valueOf', 'then']);
