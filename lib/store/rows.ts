import type { ReadProblem, SyncStop } from '../crm/adapter';
import type { Deal } from '../deal/deal';

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
}

/** One tenant's sync: where it stands and where it goes on. */
export interface Sync {
  readonly tenant: string;
  readonly host: string;
  readonly crm: string;
  readonly label: string;
  readonly status: 'running' | 'stopped' | 'done';
  readonly phase: 'deals' | 'history';
  readonly deals: { readonly done: number; readonly total?: number };
  readonly history: { readonly done: number; readonly total?: number };
  readonly openTotal?: number;
  readonly startedAt: string;
  readonly progressAt: string;
  /** When all deals had been read; `openTotal` speaks of that instant. */
  readonly dealsReadAt?: string;
  readonly cursor?: string;
  readonly stop?: SyncStop;
  readonly problems: readonly ReadProblem[];
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

/** A named setting: `settings` holds the user's {@link Settings} under `user`. */
export interface SettingRow {
  readonly name: string;
  readonly value: unknown;
}
