import { isNode, type Node } from './modules';

const DOORS = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'sendBeacon',
  'importScripts',
]);
const GLOBALS = new Set(['globalThis', 'window', 'self', 'navigator', 'top', 'parent']);

/**
 * Every way to another machine that a program mentions, by name (`fetch`, `sendBeacon`, `import()`), minified or
 * not. A text such as 'XMLHttpRequest' is none, and neither is a method of that name on an object of our own.
 */
export function networkUses(tree: Node): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node, isName: boolean): void => {
    if (node.type === 'ImportExpression') found.push('import()');
    if (node.type === 'Identifier' && !isName && DOORS.has(String(node['name'])))
      found.push(String(node['name']));
    for (const [property, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) visit(child, isOwnName(node, property));
      }
    }
  };
  visit(tree, false);
  return found;
}

/** Whether a part of a node is only a name: `.fetch` of some object, `fetch:` in a literal. */
function isOwnName(node: Node, property: string): boolean {
  if (node['computed'] === true) return false;
  if (node.type === 'MemberExpression') {
    const object = node['object'];
    return property === 'property' && !(isNode(object) && GLOBALS.has(String(object['name'])));
  }
  return property === 'key' && /^(?:Property|MethodDefinition|PropertyDefinition)$/.test(node.type);
}
