import type { Refusal } from '../../lib/messages/protocol';
import type { HandoffSight } from '../../lib/store/read-handoffs';

/** What a page hears of a deal's last pass. */
export type PassReply = HandoffSight | { none: true } | Refusal;

/** Where a {@link watchPass} asks, and whom it tells. */
export interface PassWatch {
  readonly view: Window;
  /** Asks the store; `undefined` where the page is about no deal. */
  readonly ask: () => Promise<PassReply> | undefined;
  /** Takes what the page shows from now on; `undefined`: nothing is known of a pass. */
  readonly show: (pass: HandoffSight | undefined) => void;
  readonly signal: AbortSignal;
}

/**
 * Waits before a pass that is older than its deal is asked for again, in milliseconds. A page of ours that is open finds
 * passes again some seconds after a write; after the last wait nobody is likely to be looking for them.
 */
const waits = [2_000, 4_000, 8_000, 16_000, 32_000];

/**
 * Keeps the pass of a page's deal up to date: where it was found before the deal was read last, it is asked for again
 * for a minute; and whenever the user comes back to the page, as a verdict may have been given meanwhile.
 *
 * @returns Asks at once, for a deal that is new on the page or was written. An answer to an earlier question is not shown.
 */
export function watchPass({ view, ask, show, signal }: PassWatch): () => Promise<void> {
  let asked = 0;
  let timer: number | undefined;
  const look = async (nth: number): Promise<void> => {
    view.clearTimeout(timer);
    const mine = ++asked;
    const question = ask();
    if (question === undefined) return;
    const reply = await question.catch(() => undefined);
    if (signal.aborted || mine !== asked) return;
    const pass = reply !== undefined && 'row' in reply ? reply : undefined;
    show(pass);
    const wait = pass?.isStale ? waits[nth] : undefined;
    if (wait !== undefined) timer = view.setTimeout(() => void look(nth + 1), wait);
  };
  view.document.addEventListener(
    'visibilitychange',
    () => {
      if (view.document.visibilityState === 'visible') void look(0);
    },
    { signal },
  );
  signal.addEventListener('abort', () => view.clearTimeout(timer), { once: true });
  return () => look(0);
}
