import { isNode, type Module, type Node, nodesOf } from './modules';

/** Every use of the clock, of chance, of the machine's time zone or of its language, as a sentence. */
export function impuritiesOf(module: Module): readonly string[] {
  return [...nodesOf(module.tree)].flatMap((node) => {
    const why = impurity(node);
    return why === undefined ? [] : [`${module.path}: ${why}`];
  });
}

/** Identifiers that are used as objects: `browser` in `browser.tabs`. */
export function objectsUsed(module: Module): ReadonlySet<string> {
  return new Set(
    [...nodesOf(module.tree)].flatMap((node) =>
      node.type === 'MemberExpression' ? (nameOf(node['object']) ?? []) : [],
    ),
  );
}

const CLOCKS = new Set(['Date.now', 'Math.random', 'Temporal.Now', 'performance.now', 'crypto.randomUUID']);
const LOCALE_LAST = new Set([
  'localeCompare',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
  'toLocaleString',
  'toLocaleDateString',
]);

function impurity(node: Node): string | undefined {
  if (node.type === 'MemberExpression') {
    const name = `${nameOf(node['object'])}.${nameOf(node['property'])}`;
    return CLOCKS.has(name) ? name : undefined;
  }
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return undefined;
  const callee = node['callee'];
  const args = node['arguments'] as readonly Node[];
  if (nameOf(callee) === 'Date' && args.length === 0) return 'new Date() reads the clock';
  if (nameOf(callee) === 'Date' && args.length > 1) return 'new Date(year, …) reads the time zone';
  if (!isNode(callee) || callee.type !== 'MemberExpression') return undefined;
  const method = nameOf(callee['property']);
  if (nameOf(callee['object']) === 'Intl' && isNoLocale(args[0])) return `Intl.${method} without a locale`;
  const at = method === 'localeCompare' ? 1 : 0;
  return method !== undefined && LOCALE_LAST.has(method) && isNoLocale(args[at])
    ? `${method} without a locale`
    : undefined;
}

function isNoLocale(node: Node | undefined): boolean {
  // The compiler writes `void 0` for undefined.
  return (
    node === undefined ||
    nameOf(node) === 'undefined' ||
    (node.type === 'UnaryExpression' && node['operator'] === 'void')
  );
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' && typeof node['name'] === 'string'
    ? node['name']
    : undefined;
}
