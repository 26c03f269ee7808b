/** A page's own storage, to be read only. */
export interface PageStorage {
  readonly get: (name: string) => string | null;
  readonly names: () => readonly string[];
}
