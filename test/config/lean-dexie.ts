import { parseAst, type Plugin } from 'vite';
import { partsIn, wordsOf, type Part, type Span } from './script-parts';

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

/** Of what stands on `Dexie` itself, all that is used, by us or by Dexie. */
const statics = new Set([
  'ignoreTransaction',
  'vip',
  'currentTransaction',
  'waitFor',
  'Promise',
  'minKey',
  'addons',
  'dependencies',
]);

/** Methods that nobody calls, though something else is called the same. */
const uncalled: Readonly<Record<string, ReadonlySet<string>>> = {
  Table: new Set(['add', 'defineClass', 'mapToClass', 'upsert', 'bulkUpdate', 'offset', 'reverse']),
  Collection: new Set(['or', 'until', 'offset', 'last', 'reverse', 'keys']),
  WhereClause: new Set(['noneOf', 'inAnyRange', 'startsWith', 'startsWithAnyOf']),
};

/** What Dexie says of uses that nobody makes of it: the errors stay, their sentences go. */
const unsaid = [
  'IndexedDB API missing. Please visit https://tinyurl.com/y2uuvskb',
  'bulkAdd(): keys argument invalid on tables with inbound keys',
  'bulkPut(): keys argument invalid on tables with inbound keys',
  'Given keys array must have same length as given values array.',
  'Invalid table argument to Dexie.transaction(). Only Table or String are allowed',
  'Cannot enter a sub-transaction with READWRITE mode when parent transaction is READONLY',
  'Index must have a name and cannot be an empty string',
  'Only primary key can be marked as autoIncrement (++)',
  'Primary key cannot be multiEntry*',
  'Invalid closeOptions argument to db.delete()',
];

/** Other things that a worker never comes to, and what they are replaced by. */
const unreached: readonly (readonly [from: string, to: string])[] = [
  ...unneeded.map((name) => [`this.use(${name});`, ''] as const),
  ...unsaid.map((text) => [text, ''] as const),
  // Hooks.
  ['creating: [hookCreatingChain, nop],', ''],
  ['updating: [hookUpdatingChain, nop],', ''],
  ['deleting: [hookDeletingChain, nop],', ''],
  // Rows by an object of values instead of by an index and a value.
  ['const keyPaths = keys(indexOrCrit);', 'throw new TypeError();'],
  // Changes of rows that are said and not made.
  ['if (value instanceof PropModification) {', 'if (false) {'],
  // Its log on a server of one's own machine.
  ['var debug = typeof location', 'var debug = false && typeof location'],
  ['\nsetDebug(debug);', ''],
  // Pages that are left and come back.
  [
    "if (typeof addEventListener !== 'undefined') {\n    addEventListener('pagehide'",
    "if (false) {\n    addEventListener('pagehide'",
  ],
];

/** Dexie without all this. Fails where this Dexie is another than was looked at. */
export function leanDexie(): Plugin {
  return {
    name: 'stafet-lean-dexie',
    transform(code, id) {
      return id.endsWith('/dexie/dist/modern/dexie.mjs') ? lean(code) : undefined;
    },
  };
}

function lean(code: string): string {
  const named = unreached.reduce((rest, [from, to]) => {
    if (rest.split(from).length !== 2) throw new Error(`Dexie no longer says: ${from}`);
    return rest.replace(from, () => to);
  }, code);
  const spans = [...partsIn(parseAst(named))].flatMap((part) => [...uncalledIn(part), ...staticsIn(part)]);
  const wanted = Object.values(uncalled).reduce((sum, names) => sum + names.size, 0);
  if (spans.length <= wanted) throw new Error('Dexie no longer has what is left out of it');
  return spans.toReversed().reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), named);
}

function uncalledIn(part: Part): readonly Span[] {
  if (part.type !== 'ClassDeclaration') return [];
  const [name = ''] = wordsOf(part['id']);
  const names = uncalled[name];
  const { body } = part['body'] as Part & { readonly body: readonly Part[] };
  return body.flatMap((one) =>
    names?.has(wordsOf(one['key'])[0] ?? '') === true ? [[one.start, one.end] as const] : [],
  );
}

/** In `props(Dexie, { … })`: each with the sign behind it. */
function staticsIn(part: Part): readonly Span[] {
  if (part.type !== 'CallExpression' || wordsOf(part['callee'])[0] !== 'props') return [];
  const [on, object] = part['arguments'] as readonly Part[];
  if (wordsOf(on)[0] !== 'Dexie' || object === undefined) return [];
  const all = object['properties'] as readonly Part[];
  return all.flatMap((one, nth) => {
    if (one.type !== 'Property' || statics.has(wordsOf(one['key'])[0] ?? '')) return [];
    return [[one.start, all[nth + 1]?.start ?? object.end - 1] as const];
  });
}
