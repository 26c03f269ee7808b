import type { ReadProblem, SyncStop } from '../crm/adapter';
import type { UnknownLayout } from '../crm/unknown-layout';
import type { Sync } from '../store/rows';

/** What the popup needs to know of the tab that it speaks about. */
export type SiteState =
  | { readonly kind: 'no-page' }
  /** A page that the extension may not read, with the way to ask for it. */
  | {
      readonly kind: 'not-granted';
      readonly host: string;
      readonly origin: string;
      /** True where the host was revoked and its deals are still here: ask keep or wipe. */
      readonly keepOrWipe: boolean;
    }
  /** Granted, but nothing reads this page: it is still loading, or everything was wiped since it was loaded. */
  | { readonly kind: 'not-running'; readonly host: string; readonly overlayOn: boolean }
  /** Granted, but no deals were recognised on this page. */
  | {
      readonly kind: 'no-deals';
      readonly host: string;
      readonly crm?: string;
      readonly overlayOn: boolean;
      /** True where the page is read by its headings alone, which the user may correct. */
      readonly canTeach?: true;
      /** Present where the page should show deals and its layout is not known. */
      readonly unknown?: {
        readonly kind: UnknownLayout['kind'];
        /** What a user may send to us of it: nothing of a deal. */
        readonly report: string;
      };
    }
  | {
      readonly kind: 'reading';
      readonly host: string;
      /** Name of the CRM, or the host where nobody named it. */
      readonly label: string;
      readonly overlayOn: boolean;
      readonly canSync: boolean;
      /** Origin of the interface that a sync asks, where it is not the page's own: the user is to allow that first. */
      readonly otherHost?: string;
      readonly canTeach?: true;
      readonly tenant: string;
      readonly view: { readonly scope?: string; readonly rendered: number; readonly statedTotal?: number };
      readonly problems: readonly ReadProblem[];
      /** False while a batch waits for its answer; what was refused by then stands among the problems. */
      readonly stored: boolean;
    };

/** What a surface shows of a sync. */
export interface SyncState extends Pick<
  Sync,
  | 'tenant'
  | 'host'
  | 'label'
  | 'status'
  | 'phase'
  | 'deals'
  | 'history'
  | 'startedAt'
  | 'progressAt'
  | 'problemCount'
> {
  /** `not-begun`: the worker refused the run before it began; nothing of it is in the store. */
  readonly stop?: SyncStop | 'interrupted' | 'not-begun';
}

/** One line of the list of problems. */
export interface ProblemRow extends ReadProblem {
  readonly at: string;
  readonly host: string;
  readonly view: string;
  /** Address of the page on which it stood. */
  readonly url: string;
}

/** One site that Stafet reads, or has read. */
export interface SiteRow {
  readonly host: string;
  /** False where the permission was taken back; the row stays while its deals do. */
  readonly granted: boolean;
  readonly overlayOn: boolean;
  /** Deals of this host in the store. */
  readonly deals: number;
  /** True where the host was revoked and the user has not yet said what becomes of its deals. */
  readonly keepOrWipe: boolean;
  /** Last instant at which anything of the host was read; absent where nothing was. */
  readonly lastReadAt?: string;
}

/** Why the store cannot be read or written. Each kind has a sentence and a cure on the screen. */
export interface StoreError {
  readonly kind: 'unreadable' | 'disk-full' | 'newer-version' | 'held' | 'busy';
  /** The browser's own words, for a bug report; never deal text. */
  readonly detail: string;
}

/** What became of a store that the browser had lost, wholly or in part. */
export interface RestoreOutcome {
  /** `restoring`: under way. `lost`: no copy was left. */
  readonly kind: 'restoring' | 'restored' | 'lost';
  /** When it was noticed. */
  readonly at: string;
  /** True where the whole store was lost, false where it lacked the latest writes. */
  readonly whole: boolean;
  /** How many came back; where all is lost, how many there were. */
  readonly deals: number;
  readonly changes: number;
  /** Present where something did not come back. `since`: only what was stored later than this. */
  readonly missing?: { readonly since?: string };
}

/** There is one copy of the store only: the second could not be written. */
export interface SecondCopy {
  readonly since: string;
}
