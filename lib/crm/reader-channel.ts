import type { DealRead } from '../deal/deal';
import type { ReadProblem, Tenant, View } from './adapter';
import type { SurveyedView } from './surveyed-view';
import type { UnknownLayout } from './unknown-layout';

/** A row, card or heading that was read, for whoever draws beside it. */
export interface ReadAnchor {
  readonly anchor: Element;
  /** The anchor's text when it was read. */
  readonly text?: string;
  /** Key of the stored deal; absent while the deal is unidentified. */
  readonly key?: string;
  /** Fingerprint of a row that shows no id. */
  readonly fingerprint?: string;
  readonly read: DealRead;
}

/** A script with adapters that comes into a tab where it is needed; `boxes` is the rest of `generic`. */
export type AdapterScript = 'named' | 'generic' | 'boxes';

/** What the reader knows of the page now. */
export interface ReaderState {
  /** `undefined`: the page is not about deals. */
  readonly view: View | undefined;
  /** Present where there is no view, but the page should show deals and its layout is not known. */
  readonly unknown?: UnknownLayout;
  readonly anchors: readonly ReadAnchor[];
  readonly problems: readonly ReadProblem[];
  readonly rendered: number;
  readonly statedTotal: number | undefined;
  /** False while a batch waits for its answer; what was refused by then stands among the problems. */
  readonly stored: boolean;
  /** The adapter that reads the page; `undefined` where none does. */
  readonly crm: string | undefined;
  readonly label: string;
  readonly tenant: Tenant | undefined;
  readonly canSync: boolean;
}

/**
 * How the scripts of one tab talk: they share the extension's isolated world, which the page cannot see.
 * The reader publishes; the overlay, put into the tab on demand, listens.
 */
export interface ReaderChannel {
  readonly current: () => ReaderState;
  /** Calls back on every new state until the signal aborts. */
  readonly subscribe: (listener: (state: ReaderState) => void, signal: AbortSignal) => void;
  /** Calls back whenever something comes or goes on the page, before it is read and in the page's own turn. */
  readonly onChange: (listener: () => void, signal: AbortSignal) => void;
  /** What is understood of the view that is open now, for the user to correct; `undefined`: there is nothing to. */
  readonly survey: () => Promise<SurveyedView | undefined>;
  /** Aborts when this reader ends: revoked, replaced by an update, or switched off. */
  readonly ended: AbortSignal;
}

const slot = Symbol.for('stafet.reader');
type World = typeof globalThis & { [slot]?: ReaderChannel };

/** Puts this tab's reader where the overlay finds it. */
export function publishReader(channel: ReaderChannel): void {
  (globalThis as World)[slot] = channel;
}

/** This tab's reader, or `undefined` where none runs. */
export function findReader(): ReaderChannel | undefined {
  return (globalThis as World)[slot];
}
