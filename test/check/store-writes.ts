import { isNode, type Module, type Node, nodesOf } from './modules';

/** What a module does to the store: writes a table (`deals`, or `any` where it may be any), or opens a transaction. */
export interface StoreUse {
  readonly path: string;
  readonly what: string;
}

const WRITES = new Set([
  'put',
  'add',
  'bulkPut',
  'bulkAdd',
  'bulkUpdate',
  'update',
  'upsert',
  'modify',
  'delete',
  'bulkDelete',
  'clear',
]);

/** Every write of these tables, and of a table that is only known as `table`, as `deals.bulkPut`. */
export function tableWrites({ path, tree }: Module, tables: readonly string[]): readonly StoreUse[] {
  return [...nodesOf(tree)].flatMap((node) => {
    const method = methodOf(node);
    if (method === undefined || !WRITES.has(method.name)) return [];
    const table = tableOf(method.object, tables);
    return table === undefined ? [] : [{ path, what: `${table}.${method.name}` }];
  });
}

/** Every transaction that may write: all but those that say that they read. */
export function writingTransactions({ path, tree }: Module): readonly StoreUse[] {
  return [...nodesOf(tree)].flatMap((node) => {
    if (methodOf(node)?.name !== 'transaction') return [];
    const [mode] = node['arguments'] as readonly Node[];
    const value = mode?.['value'];
    const isRead = value === 'r' || value === 'readonly';
    return isRead ? [] : [{ path, what: `transaction(${typeof value === 'string' ? value : '…'})` }];
  });
}

function methodOf(node: Node): { readonly name: string; readonly object: Node } | undefined {
  const callee = node['callee'];
  if (node.type !== 'CallExpression' || !isNode(callee) || callee.type !== 'MemberExpression')
    return undefined;
  const [name, object] = [nameOf(callee['property']), callee['object']];
  return name === undefined || !isNode(object) ? undefined : { name, object };
}

/** The table at the beginning of a chain: `deals` of `database.deals.where('key').equals(key)`. */
function tableOf(node: Node, tables: readonly string[]): string | undefined {
  if (node.type === 'CallExpression') {
    const callee = node['callee'];
    if (!isNode(callee)) return undefined;
    const isAny = callee.type === 'MemberExpression' && nameOf(callee['property']) === 'table';
    return isAny ? 'any' : tableOf(callee, tables);
  }
  if (node.type === 'MemberExpression') {
    const name = nameOf(node['property']);
    if (name !== undefined && tables.includes(name)) return name;
    return isNode(node['object']) ? tableOf(node['object'], tables) : undefined;
  }
  const name = nameOf(node);
  if (name === 'table') return 'any';
  return name !== undefined && tables.includes(name) ? name : undefined;
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' && typeof node['name'] === 'string'
    ? node['name']
    : undefined;
}
