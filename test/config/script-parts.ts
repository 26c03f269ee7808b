/** A stretch of a script. */
export type Span = readonly [from: number, to: number];

/** A part of a parsed script, and where it stands. */
export type Part = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>;

/** All parts of a script, each before the parts in it. */
export function* partsIn(tree: unknown): Generator<Part> {
  if (Array.isArray(tree)) for (const one of tree) yield* partsIn(one);
  if (!isPart(tree)) return;
  yield tree;
  for (const inner of Object.values(tree)) yield* partsIn(inner);
}

/** The name that a part is, or the words of the text that it is. */
export function wordsOf(part: unknown): readonly string[] {
  if (!isPart(part)) return [];
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
