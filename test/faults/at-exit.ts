/** What is still to be done when the process ends, the latest first. */
const undone = new Set<() => void>();

let listens = false;

/**
 * Keeps a piece of clearing up for the process's end, however it ends: a browser that outlives the harness, or a disk
 * that stays mounted, would be in the next run's way.
 * @returns Does it now instead; a second call does nothing.
 */
export function atExit(work: () => void): () => void {
  if (!listens) {
    listens = true;
    process.on('exit', () => {
      for (const one of [...undone].reverse()) one();
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  }
  const once = (): void => {
    if (undone.delete(once)) work();
  };
  undone.add(once);
  return once;
}
