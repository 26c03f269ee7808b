import type { DealRead } from '../deal/deal';
import type { AnchoredRead, View } from './adapter';
import { hashOf, sentName } from './read-names';

/** Remembers what was handed on of the view that is open, so that only news goes out. */
export function createSentLog() {
  let open = '';
  let viewedAt = '';
  let summary = '';
  let hashes = new Map<string, string>();
  const drawn = new WeakMap<Element, { name: string; hash: string; at: string }>();

  return {
    /** Notes the view that is open. @returns When this look at it began. */
    enter(url: string, { kind, name, scope }: View, now: string): string {
      const next = JSON.stringify([url, kind, name, scope]);
      if (next !== open) {
        open = next;
        viewedAt = now;
        summary = '';
        hashes = new Map();
      }
      return viewedAt;
    },
    /** The deals are gone from the page: the next view is a new one, be it the same again. */
    leave(): void {
      open = '';
    },
    /**
     * The reads whose content is new in this view.
     * @returns `undefined` where nothing is new, neither a deal nor the view's summary.
     */
    news(deals: readonly AnchoredRead[], nextSummary: string): readonly DealRead[] | undefined {
      const fresh: DealRead[] = [];
      for (const { read, anchor } of deals) {
        const name = sentName(read);
        const hash = hashOf(read);
        // A tab that comes back to the front shows what it showed before: no news, however late it is looked at.
        const before = anchor === undefined ? undefined : drawn.get(anchor);
        const at = before?.name === name && before.hash === hash ? before.at : read.at;
        if (anchor !== undefined) drawn.set(anchor, { name, hash, at });
        if (hashes.get(name) === hash) continue;
        hashes.set(name, hash);
        fresh.push(at === read.at ? read : { ...read, at });
      }
      if (fresh.length === 0 && nextSummary === summary) return undefined;
      summary = nextSummary;
      return fresh;
    },
  };
}
