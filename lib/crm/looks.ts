import type { Page } from './adapter';
import type { Steps } from './dom/in-slices';

/** One look at the page, bound to the page that it began on. */
export interface Look {
  readonly page: Page;
  /** How often the page had changed when it began. */
  readonly changes: number;
  /** The page goes on changing, and is read all the same, row by row. */
  readonly isRestless: boolean;
  /** Whether it still is that page: the same address, and unless it is restless nothing has come or gone since. */
  readonly isBound: () => boolean;
}

export interface LookOptions {
  readonly page: () => Page;
  /** How often the page has changed so far. */
  readonly changes: () => number;
  /** Does work without holding up the page, and ends it where it rests once it is not wanted any more. */
  readonly work: (steps: Steps<void>, isWanted: () => boolean) => void;
  readonly ended: AbortSignal;
  /** What a look does. @returns False where the page was not what it had seemed: it is looked at again soon. */
  readonly take: (look: Look) => Steps<boolean>;
}

export interface Looks {
  readonly look: (how?: { readonly isRestless?: boolean }) => void;
  /** Whether a look is under way that will come to its end if the page stays as it is. */
  readonly isLooking: () => boolean;
}

/** A page on which no look comes to its end is read after this long whatever changes meanwhile. */
const longestWaitMs = 2000;
const retryMs = 200;

/**
 * Takes looks at a page one at a time. A look that the page has changed under is dropped; whoever watches the page asks
 * for the next one when it has settled.
 */
export function createLooks({ page, changes, work, ended, take }: LookOptions): Looks {
  let current: Look | undefined;
  let isAskedAgain = false;
  /** Since when looks at this address have come to nothing. */
  let vain: { readonly href: string; readonly since: number; readonly at: number } | undefined;

  const isLooking = (): boolean => current?.isBound() === true;

  function look({ isRestless = false } = {}): void {
    if (ended.aborted) return;
    if (isLooking()) {
      isAskedAgain = true;
      return;
    }
    const now = page();
    const { href } = now.url;
    const begun = { page: now, changes: changes(), isRestless: isRestless || isInVain(href) };
    const isSame = () => page().url.href === href && (begun.isRestless || changes() === begun.changes);
    const mine: Look = { ...begun, isBound: () => current === mine && !ended.aborted && isSame() };
    current = mine;
    isAskedAgain = false;
    work(run(mine), mine.isBound);
  }

  function* run(mine: Look): Steps<void> {
    try {
      if (yield* take(mine)) vain = undefined;
      else setTimeout(look, retryMs);
    } finally {
      if (current === mine) current = undefined;
    }
    if (isAskedAgain) look();
  }

  function isInVain(href: string): boolean {
    const at = performance.now();
    const before = vain;
    const goesOn = before !== undefined && before.href === href && at - before.at < 2 * longestWaitMs;
    const since = goesOn ? before.since : at;
    vain = { href, since, at };
    return at - since > longestWaitMs;
  }

  return { look, isLooking };
}
