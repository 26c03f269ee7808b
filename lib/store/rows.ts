import type { ReadProblem, SyncStop } from '../crm/adapter';
import type { Deal, DealChange } from '../deal/deal';
import type { Lead, LeadsReach } from '../deal/lead';
import type { Mapping } from '../deal/mapping';
import type { ProcessVersion } from '../deal/process';
import type { CurrencyRate } from '../deal/settings';
import type { Target } from '../deal/target';
import type { Verdict } from '../deal/verdict';
import type { FrozenForecast } from '../forecast/record/frozen-forecast';

/**
 * A deal seen in a view that shows no id: one row of `unidentified`. It is bound as soon as a record page or the
 * CRM's interface gives the id of the deal with its number, and is in no total from then on.
 */
export interface UnidentifiedDeal extends Omit<Deal, 'id'> {
  readonly view: string;
  readonly fingerprint: string;
  /** Key of the deal that it turned out to be. */
  readonly boundTo?: string;
}

/** What one look at a view covered: one row of `sightings`, replaced while the look lasts. */
export interface Sighting {
  readonly tenant: string;
  readonly view: string;
  /** When the look began. */
  readonly at: string;
  readonly readAt: string;
  readonly host: string;
  readonly crm: string;
  readonly label: string;
  readonly url: string;
  readonly scope?: string;
  readonly rendered: number;
  readonly statedTotal?: number;
  readonly totalOf?: 'open' | 'all';
  readonly problems: readonly ReadProblem[];
}

/** One host that may be, or was, read. */
export interface Site {
  readonly host: string;
  readonly overlayOn: boolean;
  /** When its permission was taken back, until the user has said keep or wipe. */
  readonly askSince?: string;
  /** While everything of the host is being wiped: the tenants that it had. */
  readonly wiping?: readonly string[];
}

/** One tenant's sync: where it stands and where it goes on. */
export interface Sync {
  readonly tenant: string;
  /** Name of the run that may write: one script in one tab. Whatever another run says is told to stop. */
  readonly runId: string;
  /** The last step stored; the same step again is a replay. */
  readonly batchId?: string;
  readonly host: string;
  readonly crm: string;
  readonly label: string;
  readonly status: 'running' | 'stopped' | 'done';
  readonly phase: 'deals' | 'history';
  readonly deals: { readonly done: number; readonly total?: number };
  readonly history: { readonly done: number; readonly total?: number };
  readonly openTotal?: number;
  /** When the listing began: whatever it does not name was last in the CRM before that. */
  readonly startedAt: string;
  /** Last sign of life. */
  readonly progressAt: string;
  /** As whom the deals were listed ({@link Deal.seenAs}); absent where the adapter does not say. */
  readonly seenAs?: string;
  /** True where some listed deals could not be read or stored: the listing is then no proof that a deal is gone. */
  readonly hasGaps?: boolean;
  /** When all deals had been read; `openTotal` speaks of that instant. */
  readonly dealsReadAt?: string;
  /** When an earlier run had read all deals. */
  readonly listedAt?: string;
  /** How far this run, or else an earlier one, has read the leads; absent: none has. */
  readonly leadsReach?: LeadsReach;
  /** When the last whole listing of leads began, and as whom it was made, where somebody says so. */
  readonly leadsListed?: readonly [startedAt: string, seenAs: string | undefined];
  /** True where this run listed leads that could not be stored: as of deals. */
  readonly hasLeadGaps?: boolean;
  readonly cursor?: string;
  readonly stop?: SyncStop;
  /** The last 500 problems. */
  readonly problems: readonly ReadProblem[];
  /** How many there were in all. */
  readonly problemCount?: number;
}

export interface StageRow {
  readonly tenant: string;
  readonly pipeline: string;
  readonly stage: string;
  readonly name: string;
  readonly order: number;
  readonly probability?: number;
  readonly outcome: 'open' | 'won' | 'lost';
  readonly role?: string;
}

export interface Person {
  /** `crm|tenant|id`. */
  readonly key: string;
  readonly name: string;
  readonly tenant: string;
  readonly me?: boolean;
}

/** What the store is: the row `store` of `summary`. */
export interface StoreState {
  readonly scope: 'store';
  /** Made with the store: another one is another store. */
  readonly uuid: string;
  /** Changes with the first write that the second copy did not get: its copy of the older epoch ends there. */
  readonly epoch: string;
  /** Raised by every write that changes something. */
  readonly generation: number;
  /**
   * The generation of the last write of more than frozen forecasts and passes found: nothing is learned from these, so whatever was learned
   * since is not stale. Absent: the last generation.
   */
  readonly content?: number;
  /** The generation of the last write of leads; absent: none since the store was made or restored. */
  readonly leads?: number;
  /** When the last of them was. */
  readonly at: string;
}

/** A named setting: `settings` holds the user's {@link Settings} under `user`. */
export interface SettingRow {
  readonly name: string;
  readonly value: unknown;
}

/** Rows of the tables that a backup carries. */
export interface BackupRow {
  readonly deals: Deal;
  readonly unidentified: UnidentifiedDeal;
  readonly changes: DealChange;
  readonly sightings: Sighting;
  readonly leads: Lead;
  readonly stages: StageRow;
  readonly people: Person;
  readonly rates: CurrencyRate;
  readonly targets: Target;
  readonly snapshots: FrozenForecast;
  readonly mappings: Mapping;
  readonly process: ProcessVersion;
  readonly verdicts: Verdict;
  readonly settings: SettingRow;
}
