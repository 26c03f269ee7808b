import type { DealField, DealRead, StatedHistory } from '../deal/deal';
import type { LeadRead, LeadsReach } from '../deal/lead';
import type { RefusalCode } from '../deal/is-refusal';
import type { Mapping } from '../deal/mapping';
import type { SurveyedView } from './surveyed-view';
import type { Steps } from './dom/in-slices';
import type { PageProblemCode } from './page-problem-code';
import type { PageStorage } from './page-storage';
import type { UnknownLayout } from './unknown-layout';

/** What an adapter is given of the page: everything it needs, nothing of the browser's own interfaces. */
export interface Page {
  readonly document: Document;
  readonly url: URL;
  /** Language tag of the browser's user; a hint only, the page's own evidence comes first. */
  readonly locale: string;
  /** The page's own storage, to be read only. `undefined` where the browser refuses it. */
  readonly storage?: { readonly local: PageStorage; readonly session: PageStorage };
  /** Instant of this read, ISO 8601 UTC. */
  readonly now: string;
  /** What the user has said of views of this site. */
  readonly mappings?: readonly Mapping[];
  /** The script that a `not-ready` needs does not come: what there is to say without it is the answer. */
  readonly isWithoutBoxes?: boolean;
  /** Aborts when reading ends: whatever an adapter listens to hangs on it. */
  readonly ended: AbortSignal;
}

export type PageKind = 'list' | 'board' | 'record' | 'other';

/** The part of a CRM that a page belongs to. */
export interface Tenant {
  /** Unique for one database or portal: starts with the host (`crm.example.com/sales`). */
  readonly tenant: string;
  readonly host: string;
}

/** One view: what was looked at, and what it covers. */
export interface View {
  readonly kind: Exclude<PageKind, 'other'>;
  /** Stable name of the view within the CRM (`sale.opportunity`, `/deals`). */
  readonly name: string;
  /** The filter in force, in the page's own words (`Leads`); absent where the page does not say. */
  readonly scope?: string;
}

/** A deal as read, with the element beside which the overlay may stand. */
export interface AnchoredRead {
  readonly read: DealRead;
  /** Row, card or heading that the deal was read from. */
  readonly anchor?: Element;
  /** The anchor's text before its values were taken: while it has this one, it shows what was read. */
  readonly text?: string;
}

/** Something that could not be read, or was read and not stored. A problem hides nothing: the rest is stored. */
export interface ReadProblem {
  readonly code: ProblemCode;
  /** Which row: its name or number, or its position (`row 7`). */
  readonly row: string;
  readonly field?: DealField;
  /** The text that was not understood, at most 80 characters. */
  readonly text?: string;
}

/** A read of which the store did not keep everything. */
export interface RefusedRead {
  /** Which one of the reads that were handed over; absent where it concerns none of them alone. */
  readonly index?: number;
  readonly problem: ReadProblem;
}

export type ProblemCode = PageProblemCode | RefusalCode;

export type ReadResult =
  | {
      readonly kind: 'read';
      readonly view: View;
      readonly deals: readonly AnchoredRead[];
      readonly problems: readonly ReadProblem[];
      /** Rows, cards or records that the view shows now. */
      readonly rendered: number;
      /** How many the page says there are in this view's scope. */
      readonly statedTotal?: number;
      /** What the stated total counts, where the page's filter makes that plain. */
      readonly totalOf?: 'open' | 'all';
      /** Rows were left out because they changed while they were read. */
      readonly isPatchy?: true;
    }
  /** `needs`: the script that brings what reads such a page. */
  | { readonly kind: 'not-ready'; readonly needs?: 'boxes' }
  /** `unknown`: the address is that of deals, and nothing of the page was recognised. */
  | { readonly kind: 'not-deals'; readonly unknown?: UnknownLayout };

/** One CRM, or the generic way for a CRM that nobody named. */
export interface Adapter {
  /** Short name; first part of every deal's key. */
  readonly crm: string;
  /** Product name as its users write it. */
  readonly label: string;
  readonly matches: (page: Page) => boolean;
  /** `undefined` while the page does not tell yet (before login, say). */
  readonly tenant: (page: Page) => Tenant | undefined;
  /**
   * As whom the page is seen: a name, opaque to everybody else, of everything that limits which deals it may show (the
   * signed-in user, the company). The name that the sync gives itself for the same user. `undefined`: not known.
   */
  readonly seenAs?: (page: Page) => string | undefined;
  /** What kind of page it is by its cheap signs; what it really shows, `read` alone finds out. */
  readonly pageKind: (page: Page) => PageKind;
  /**
   * Reads the page in steps, resting between two rows at most. The page may change at any rest, and then the read is
   * given up and begun anew: whatever a read leaves behind for the next one, it leaves in its last step. The values of
   * one row are taken in one step, from elements that are still on the page.
   */
  readonly read: (page: Page) => Steps<ReadResult>;
  /**
   * Notes that what stands on the page belongs to the address `from`, as it does when the address has just changed and
   * nothing has been drawn since, or before a click does its work. Called within the page's own turn, so: quickly.
   */
  readonly noteShown?: (page: Page, from: URL) => void;
  /** What is understood of the view that is open, for the user to correct; absent where there is nothing to correct. */
  readonly survey?: (page: Page) => Steps<SurveyedView | undefined>;
  /** The part of it that has not come: it has the survey. */
  readonly lacks?: 'boxes';
  /** The narrowest container in which everything that `read` needs changes. */
  readonly observe: (page: Page) => Node;
  /** True where the whole pipeline can be read: the way itself is another script, put into the tab when asked for. */
  readonly canSync: boolean;
}

/** Reading the whole pipeline through the page's own session. */
export interface SyncWay {
  readonly crm: string;
  /** Paths and, for JSON-RPC, methods that may be called: reads only. */
  readonly allow: readonly AllowedCall[];
  /** Its interface lies on another host than its pages: the worker asks it. */
  readonly isOnOtherHost?: true;
  readonly run: (session: SyncSession) => AsyncGenerator<SyncPage, void, void>;
}

export interface AllowedCall {
  /** Exact path on the page's own origin, tested whole. */
  readonly path: RegExp;
  readonly verb: 'GET' | 'POST';
  /** For JSON-RPC: the methods that only read. */
  readonly rpcMethods?: readonly string[];
  /** For calls whose body alone says what they do: whether this one only reads. */
  readonly reads?: (body: unknown, pathname: string) => boolean;
}

export type FetchJson = (call: {
  readonly path: string;
  readonly verb: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}) => Promise<FetchedJson>;

/** A reply: its status and parsed body; `body` is `undefined` where it was not JSON. */
export interface FetchedJson {
  readonly status: number;
  readonly body: unknown;
  /** Seconds that the server asked us to wait, from `Retry-After`. */
  readonly retryAfterSeconds?: number;
  /** How long the reply took, in milliseconds. */
  readonly tookMs: number;
}

export interface SyncSession {
  readonly page: Page;
  readonly fetchJson: FetchJson;
  /** Waits, and rejects with the signal's reason when cancelled. */
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => string;
  /** Where the last run stopped, as that run's last {@link SyncPage} said. */
  readonly cursor?: string;
}

/** One step of a sync. Stored in one transaction together with its cursor. */
export interface SyncPage {
  readonly phase: 'deals' | 'history';
  /**
   * As whom these deals or leads were listed, as in {@link Adapter.seenAs}, and certainly so: from the server, not the page. What
   * a complete listing does not name is gone only where it was last seen as the same; absent, nothing is.
   */
  readonly seenAs?: string;
  readonly deals: readonly DealRead[];
  /** Histories of deals by id, for the history phase. */
  readonly histories?: readonly { readonly id: string; readonly history: StatedHistory }[];
  readonly stages?: readonly StatedStage[];
  readonly people?: readonly StatedPerson[];
  /** Leads, at most 500, and how far they are read with them; both or neither. */
  readonly leads?: readonly LeadRead[];
  readonly leadsReach?: LeadsReach;
  readonly problems?: readonly ReadProblem[];
  /** Deals listed so far (or histories), this step's and those that could not be read among them. */
  readonly done: number;
  readonly total?: number;
  /** Open deals that the CRM says there are, once known. */
  readonly openTotal?: number;
  /** Where to go on from, opaque to everybody else. */
  readonly cursor: string;
}

export interface StatedStage {
  readonly pipeline: string;
  /** As deals are read to be in it: by the name that pages show, where these know no other. */
  readonly stage: string;
  readonly name: string;
  readonly order: number;
  readonly probability?: number;
  readonly outcome: 'open' | 'won' | 'lost';
}

export interface StatedPerson {
  readonly id: string;
  readonly name: string;
  /** True for the person who is signed in. */
  readonly me?: boolean;
}

/** Why a sync ended before its end. Each has a sentence on the screen. */
export type SyncStop =
  | 'signed-out'
  | 'forbidden'
  | 'busy'
  | 'offline'
  | 'layout-unknown'
  /** The worker refused a whole step: it is not of a form, or from a page, that it takes. */
  | 'refused'
  /** Another user, or another company, than the listing began with. */
  | 'access-changed'
  | 'cancelled';

/** Thrown by `SyncWay.run`; everything yielded before it is stored and the cursor is good. */
export class SyncStopped extends Error {
  override readonly name = 'SyncStopped';
  readonly reason: SyncStop;
  constructor(reason: SyncStop, detail?: string) {
    super(detail === undefined ? reason : `${reason}: ${detail}`);
    this.reason = reason;
  }
}
