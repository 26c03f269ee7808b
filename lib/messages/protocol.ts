import type { OtherHostReply } from '../hosts/other-host';
import type { ReadProblem, RefusedRead, SyncPage, SyncStop, Tenant, View } from '../crm/adapter';
import type { SettingsChange } from '../deal/settings';
import type { DealRead } from '../deal/deal';
import type { Mapping, Survey } from '../deal/mapping';
import type { Glance } from '../pipeline/glance';
import type { AdapterScript, ReaderState } from '../crm/reader-channel';
import type { ImportedStep, ImportStep } from './import-steps';
import type { HandoffSight } from '../store/read-handoffs';
import type { OwnRows } from './own-rows';

/** One message of the reader: at most 500 deals of one view. */
export interface ReadBatch {
  /** Same id, same content: a batch sent again is a no-op. */
  readonly batchId: string;
  readonly crm: string;
  readonly label: string;
  readonly tenant: Tenant;
  /** As whom the page is seen, where its adapter can tell. */
  readonly seenAs?: string;
  readonly url: string;
  readonly view: View;
  /** When this look at the view began; names the sighting. */
  readonly viewedAt: string;
  readonly reads: readonly DealRead[];
  readonly problems: readonly ReadProblem[];
  readonly rendered: number;
  readonly statedTotal?: number;
  readonly totalOf?: 'open' | 'all';
  readonly at: string;
}

/** What is true after the batch was committed. */
export interface ReadAck {
  readonly batchId: string;
  readonly stored: number;
  readonly unchanged: number;
  /** What was refused, by the row's index in the batch. The rest is stored; the sighting holds the same problems. */
  readonly refused: readonly RefusedRead[];
  /** Rows without id that are now known to be a deal: fingerprint to key. */
  readonly bound: Readonly<Record<string, string>>;
}

/** A run of a tenant's sync: one script in one tab. Its name is chance, so that no two are taken for one. */
export interface SyncRun {
  readonly tenant: Tenant;
  readonly runId: string;
}

export interface SyncBatch {
  /** Same id, same content: a step sent again is a no-op. */
  readonly batchId: string;
  readonly runId: string;
  readonly crm: string;
  readonly label: string;
  readonly tenant: Tenant;
  readonly url: string;
  readonly page: SyncPage;
  readonly at: string;
}

export interface SyncAck {
  readonly batchId: string;
  readonly stored: number;
  readonly unchanged: number;
  /** How many rows and values were refused; each stands among the sync's problems. The rest is stored. */
  readonly refused: number;
  /** True where this run may not go on: the user has ended it, or another run has taken its place. */
  readonly stop: boolean;
}

/** Refused messages say why, and change nothing. */
export interface Refusal {
  readonly refused: string;
}

/** What an import of a backup has done. What was here is still here: a backup adds, and never takes away. */
export interface ImportReport {
  readonly kind: 'imported';
  readonly deals: {
    readonly added: number;
    /** Here before; the backup knew more of them, or knew it more lately. */
    readonly updated: number;
    /** Here before, and the backup knew nothing more of them. */
    readonly unchanged: number;
  };
  /** The same of leads. */
  readonly leads: ImportReport['deals'];
  /** Changes of deals that were not known here, or are known more closely now. */
  readonly changes: number;
  /** Rates, targets, stages, people and looks at pages. */
  readonly others: {
    readonly added: number;
    /** Other in the backup than here, and left as they are here. */
    readonly kept: number;
  };
  /** `kept`: the backup has others than the user's own, which stay. */
  readonly settings: 'taken' | 'kept' | 'same';
}

export type Imported =
  | ImportReport
  | {
      readonly kind: 'refused';
      readonly why: ImportRefusal;
      /** The table, or the table, row and field, that is wrong: `deals.12.stage`. */
      readonly where?: string;
    };

/** Why a backup changes nothing. Each has a sentence on the screen. */
export type ImportRefusal =
  | 'too-large'
  | 'too-many-rows'
  | 'not-json'
  | 'not-a-backup'
  | 'unknown-table'
  | 'bad-row'
  /** Its deals are not in the order in which they are saved, and are too many to be sorted. */
  | 'unsorted';

/** A reader's state without its page elements. */
export interface SeenByReader extends Omit<ReaderState, 'anchors'> {
  readonly host: string;
}

/** Every message, by name: sender's data and the reply. */
export interface Protocol {
  // content scripts -> worker
  storeReads(batch: ReadBatch): ReadAck | Refusal;
  storeSync(batch: SyncBatch): SyncAck | Refusal;
  /** Asked by the sync script as it starts: whether to go, and from where. Asked again, it is answered the same. */
  beginSync(
    begin: SyncRun & { crm: string; label: string; at: string },
  ): { go: true; cursor?: string } | { go: false } | Refusal;
  /**
   * A run's sign of life, said without pause while it lasts. The answer comes after a third of a minute, by the
   * worker's clock: the timers of a hidden tab may run once a minute.
   */
  syncAlive(run: SyncRun): { stop: boolean } | Refusal;
  /** Waits in the worker, at most half a minute: a hidden tab's own timers may run once a minute. */
  pause(pause: { ms: number }): { waited: true };
  /** The sync has ended; `undefined`: it is complete. */
  endSync(end: SyncRun & { stop?: SyncStop; at: string }): { ended: true } | Refusal;
  /** Said by a reader that has found deals: the overlay may come, where the user wants it. */
  dealsInSight(sight: { host: string }): { overlayOn: boolean } | Refusal;
  /** Asked by a reader that has no adapter for its page: brings the script that has it into the tab, and tells what the user has said of the host's views. */
  loadAdapter(query: {
    host: string;
    script: AdapterScript;
  }): { loaded: boolean; mappings: readonly Mapping[] } | Refusal;
  /** One read of the interface that the page's CRM has on another host. */
  askOtherHost(query: { host: string; path: string }): OtherHostReply | Refusal;
  /** Figures for the page's pill. */
  glance(query: { today: string }): Glance | Refusal;
  /** The last pass of the deal that the page is about. */
  handoff(query: { host: string; tenant: string; key: string }): HandoffSight | { none: true } | Refusal;
  /** Opens the dashboard in a tab, at a deal where one is named: a script on a page may not open the extension's pages itself. */
  openDashboard(query: { deal?: string }): { opened: boolean } | Refusal;
  // extension pages -> worker
  /** Brings readers into granted tabs that have none: a worker that died may have left that undone. */
  catchUp(query: Record<string, never>): { caughtUp: boolean } | Refusal;
  setOverlay(change: { host: string; on: boolean }): { overlayOn: boolean } | Refusal;
  /** Brings into a tab what marks its columns while the user looks at what was understood of them. */
  startTeach(start: { tabId: number }): { started: boolean } | Refusal;
  startSync(start: { tabId: number }): { started: boolean; why?: 'not-granted' | 'not-allowed' } | Refusal;
  cancelSync(cancel: { tenant: string }): { cancelled: boolean } | Refusal;
  /** Stops reading a host and gives its permission back; true where it is not granted afterwards. Its deals stay until the user decides. */
  revokeSite(revoke: { host: string }): { revoked: boolean } | Refusal;
  /** Answer to "keep or wipe?" after a revocation. */
  settleSite(answer: { host: string; wipe: boolean }): { deals: number } | Refusal;
  /** All settings; one that is not said is not set from then on. */
  saveSettings(change: SettingsChange): { saved: true } | Refusal;
  /** Rows that our own pages make: rates, targets, frozen forecasts. */
  saveRows(rows: OwnRows): { saved: boolean } | Refusal;
  importStep(step: ImportStep): ImportedStep | Refusal;
  wipe(confirm: { everything: true }): { wiped: true } | Refusal;
  // worker -> content scripts
  /** What the reader sees now. */
  readerState(query: Record<string, never>): SeenByReader;
  /** What is understood of the view that is open; `none`: there is nothing to correct. */
  survey(query: Record<string, never>): Survey | { none: true };
  /** Marks a column on the page; `null`: none. */
  markColumn(mark: { key: string | null }): { marked: boolean };
  /** Lets the user point at a column; `null`: they did not. Answers when they have. */
  pointAtColumn(query: Record<string, never>): { key: string | null };
  /** The user has said something of this host's views: all that holds now. */
  taught(change: { mappings: readonly Mapping[] }): { looked: true };
  /** Ends the reader on these hosts, and with it everything that we drew there. */
  stopReading(stop: { hosts: readonly string[] }): { stopped: boolean };
  overlayChanged(change: { on: boolean }): { overlayOn: boolean };
  /** Ends the sync of this tenant, where it runs in the tab. */
  stopSync(stop: { tenant: string }): { stopping: boolean };
}
