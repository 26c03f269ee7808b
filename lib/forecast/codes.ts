/** Numbers given to texts. */
export interface Codes {
  readonly of: (name: string) => number;
  /** By code. */
  readonly names: () => readonly string[];
}

/** Numbers of texts, in the order in which they are met. */
export function codes(): Codes {
  const known = new Map<string, number>();
  return {
    of: (name) => {
      const code = known.get(name) ?? known.size;
      known.set(name, code);
      return code;
    },
    names: () => [...known.keys()],
  };
}
