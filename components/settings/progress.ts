/** How far a piece of work has come, 0 to 1: whoever shows it is told, and nobody else drawn anew. */
export class Progress {
  #share = 0;
  readonly #told = new Set<() => void>();

  readonly get = (): number => this.#share;

  readonly set = (share: number): void => {
    this.#share = share;
    for (const tell of this.#told) tell();
  };

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#told.add(tell);
    return () => this.#told.delete(tell);
  };
}
