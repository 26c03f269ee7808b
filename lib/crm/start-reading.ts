import { inSlices } from './dom/in-slices';
import { watchTouches } from './dom/touches';
import { watchPage } from './dom/watch-page';
import { watchValues } from './dom/watch-values';
import { createReader, type Reader, type ReaderOptions } from './reader';

export interface ReadingOptions extends Pick<
  ReaderOptions,
  'adapterFor' | 'bring' | 'page' | 'deliver' | 'ended'
> {
  readonly view: Window;
  /** Asked before a look at the page; where it says no, nothing is looked at. */
  readonly mayLook: () => boolean;
}

/** Rows of a list that are asked every so often whether they still show what was read. */
const rowsAtOnce = 200;

/** Reads a tab's page: at once, whenever it has changed and settled, and where it may have changed unseen. */
export function startReading({ view, mayLook, ...options }: ReadingOptions): Reader {
  const { document } = view;
  const { adapterFor, page, ended: signal } = options;
  const ifAllowed = (act: () => void): void => {
    if (mayLook()) act();
  };
  const watch = watchPage({
    document,
    target: () => {
      const now = page();
      return adapterFor(now)?.observe(now) ?? document.body;
    },
    onSettled: (isRestless) => ifAllowed(() => reader.look({ isRestless })),
    onScrolled: () => ifAllowed(() => reader.check()),
    onLeave: (from) => reader.noteShown(from),
    signal,
  });
  const reader = createReader({
    ...options,
    ...watch,
    work: (steps, isWanted) => inSlices(steps, { view, isWanted }),
  });
  watchTouches(document, signal, view.performance.now());
  watchValues({
    document,
    signal,
    onLook: () => ifAllowed(() => (reader.showsRecord() ? reader.look() : reader.check(rowsAtOnce))),
  });
  return reader;
}
