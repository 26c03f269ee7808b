/** A column of names: the names once, in their order, and by row the place of its name; -1 for none. */
export interface Coded {
  readonly names: readonly string[];
  readonly codes: Int32Array;
}

/** @example coded(['b', null, 'a']) // names ['a', 'b'], codes [1, -1, 0] */
export function coded(column: readonly (string | null)[]): Coded {
  const names = [...new Set(column)].filter((name) => name !== null).toSorted();
  const places = new Map(names.map((name, place) => [name, place]));
  return { names, codes: Int32Array.from(column, (name) => (name === null ? -1 : (places.get(name) ?? -1))) };
}
