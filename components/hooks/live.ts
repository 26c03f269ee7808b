import type { Live } from './platform';

export interface LiveOptions<T> {
  /** What is known before the source has said anything. */
  readonly first?: T | undefined;
  /** Whether a value says nothing new; absent: where both are the same as JSON. */
  readonly isSame?: (value: T | undefined, before: T | undefined) => boolean;
}

/** Starts a source for the first listener, stops it with the last, and keeps the latest value. */
export function liveFrom<T>(
  start: (next: (value: T | undefined) => void) => () => void,
  { first, isSame = isSameJson }: LiveOptions<T> = {},
): Live<T> {
  const listeners = new Set<() => void>();
  let value = first;
  let stop: (() => void) | undefined;

  function next(now: T | undefined): void {
    if (isSame(now, value)) return;
    value = now;
    for (const listener of listeners) listener();
  }

  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) stop = start(next);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop?.();
      };
    },
  };
}

function isSameJson(value: unknown, before: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(before);
}

/** A value that is asked for again every so often, and whenever `nudge` calls back. */
export function polled<T>(ask: () => Promise<T | undefined>, everyMs: number): Live<T> {
  return liveFrom((next) => {
    let stopped = false;
    const look = () =>
      void ask().then(
        (value) => stopped || next(value),
        () => stopped || next(undefined),
      );
    look();
    const timer = setInterval(look, everyMs);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  });
}

/** A source that is itself loaded only when somebody listens. @param first What is known before. */
export function liveLater<T>(
  load: () => Promise<Live<T>>,
  onFault: (fault: unknown) => void,
  first?: T,
): Live<T> {
  return liveFrom<T>(
    (next) => {
      let stop = () => {};
      let stopped = false;
      load().then((live) => {
        if (!stopped) stop = live.subscribe(() => next(live.get()));
      }, onFault);
      return () => {
        stopped = true;
        stop();
      };
    },
    { first, isSame: (now, before) => now === before },
  );
}
