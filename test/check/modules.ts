import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { parseAst, transformWithEsbuild } from 'vite';

export const ROOT = resolve(import.meta.dirname, '../..');

/** One import of a module: of a package, or of a project file as its path without extension. */
export interface Import {
  readonly to: string;
  readonly kind: 'type' | 'value';
}

/** A source file as the checks see it. */
export interface Module {
  /** Path in the project, with `/`: `lib/money/to-minor.ts`. */
  readonly path: string;
  /** The path without its extension, as imports name it. */
  readonly name: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** The code without types and comments. */
  readonly code: string;
  readonly tree: Node;
}

/** A node of the syntax tree; its other properties depend on its type. */
export interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** All TypeScript files under the given folders of the project. */
export async function readModules(folders: readonly string[]): Promise<readonly Module[]> {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')),
  );
  return Promise.all(paths.sort().map((path) => readModule(path, readFileSync(join(ROOT, path), 'utf8'))));
}

/** Takes one file apart. The path need not exist: the checks try themselves on invented files. */
export async function readModule(path: string, text: string): Promise<Module> {
  const { code } = await transformWithEsbuild(text, path, {
    target: 'esnext',
    sourcemap: false,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, jsx: 'react-jsx' } },
  });
  // The parser's nodes are plain objects with a type; that is all that is relied on.
  const tree = parseAst(code) as unknown as Node;
  const typeOnly = typeImports(text).map((to) => ({ to: target(path, to), kind: 'type' as const }));
  const values = valueImports(tree)
    // With `import { type A }` an empty import is left of a file that only lends types.
    .filter(({ to, empty }) => !(empty && typeOnly.some((imported) => imported.to === target(path, to))))
    .map(({ to }) => ({ to: target(path, to), kind: 'value' as const }));
  const name = path.replace(/\.tsx?$/, '');
  return {
    path,
    name,
    lines: text.trimEnd().split('\n').length,
    imports: [...typeOnly, ...values],
    code,
    tree,
  };
}

/** Every node of a tree, the root first. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* nodesOf(child);
    }
  }
}

export function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

function valueImports(tree: Node): readonly { readonly to: string; readonly empty: boolean }[] {
  return [...nodesOf(tree)].flatMap((node) => {
    if (!/^(?:Import(?:Declaration|Expression)|Export(?:Named|All)Declaration)$/.test(node.type)) return [];
    if (!isNode(node['source'])) return [];
    const { value } = node['source'];
    const empty =
      node.type === 'ImportDeclaration' && (node['specifiers'] as readonly unknown[]).length === 0;
    return [{ to: typeof value === 'string' ? value : '(computed)', empty }];
  });
}

/** What is imported or passed on for its types alone, read from the text: the compiled code has forgotten it. */
function typeImports(text: string): readonly string[] {
  const whole = /^\s*(?:import|export)\s+type\b[^'"]*?\bfrom\s*['"]([^'"]+)['"]/gm;
  const each =
    /^\s*(?:import|export)\s*\{\s*(?:type\s+[\w$]+(?:\s+as\s+[\w$]+)?\s*,?\s*)+\}\s*from\s*['"]([^'"]+)['"]/gm;
  return [...text.matchAll(whole), ...text.matchAll(each)].map((match) => match[1] ?? '');
}

function target(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return posix.join(posix.dirname(from), specifier).replace(/\.tsx?$/, '');
}
