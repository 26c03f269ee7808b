export interface WatchValuesOptions {
  readonly document: Document;
  /** True while a record is in front; lists and boards show every change as a mutation. */
  readonly isRecord: () => boolean;
  readonly onLook: () => void;
  readonly signal: AbortSignal;
  readonly everyMs?: number;
}

/**
 * Looks at a record again every so often while it can be seen: a form changes its inputs' values without a mutation
 * that anybody could observe. A look at one record costs well under a millisecond.
 */
export function watchValues({
  document,
  isRecord,
  onLook,
  signal,
  everyMs = 1500,
}: WatchValuesOptions): void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && isRecord()) onLook();
  }, everyMs);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
