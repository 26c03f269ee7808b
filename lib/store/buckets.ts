/** Stores of one origin that know nothing of each other: what breaks one leaves the others whole. */
export interface Buckets {
  /** A bucket's own IndexedDB; the bucket is made where it is not there. The default one where a browser has none. */
  open(name: string): Promise<IDBFactory>;
  /** Removes a bucket with all that is in it, whatever state it is in. @returns False where a browser has none. */
  remove(name: string): Promise<boolean>;
}

/** What we use of `navigator.storageBuckets`, which TypeScript does not know yet. */
interface BucketManager {
  open(
    name: string,
    options: { durability: 'strict'; persisted: boolean },
  ): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

/** The browser's own buckets. */
export const browserBuckets: Buckets = {
  async open(name) {
    return (await manager()?.open(name, { durability: 'strict', persisted: true }))?.indexedDB ?? indexedDB;
  },
  async remove(name) {
    await manager()?.delete(name);
    return manager() !== undefined;
  },
};

function manager(): BucketManager | undefined {
  return (navigator as { storageBuckets?: BucketManager }).storageBuckets;
}
