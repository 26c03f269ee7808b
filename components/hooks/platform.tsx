import { createContext, useContext, type ReactNode } from 'react';
import type { Deal, DealChange } from '../../lib/deal/deal';
import type { Mapping, Survey } from '../../lib/deal/mapping';
import type { CsvRow } from '../../lib/export/csv-text';
import type { ProcessVersion } from '../../lib/deal/process';
import type { CurrencyRate, Settings, SettingsChange } from '../../lib/deal/settings';
import type { Target } from '../../lib/deal/target';
import type { Verdict } from '../../lib/deal/verdict';
import type { TrackRecord } from '../../lib/forecast/record/track-record';
import type { Progress } from '../../lib/forecast/record/walk-past';
import type { ForecastReport } from '../../lib/forecast/report';
import type { WhatIfQuestion, WhatIfReport } from '../../lib/forecast/what-if/what-if-report';
import type { HandoffRow } from '../../lib/handoff/handoff-row';
import type { LeadsQuery } from '../../lib/handoff/leads/leads-shown';
import type { LeadList } from '../../lib/store/read-lead-list';
import type { PassesQuery, PassList } from '../../lib/handoff/passes-shown';
import type { HandoffQuery, HandoffReport } from '../../lib/handoff/handoff-report';
import type { SeenNames } from '../../lib/handoff/seen-names';
import type { Imported, Protocol } from '../../lib/messages/protocol';
import type {
  ProblemRow,
  RestoreOutcome,
  SecondCopy,
  SiteRow,
  SiteState,
  StoreError,
  SyncState,
} from '../../lib/messages/views';
import type { ForecastGlance } from '../../lib/pipeline/forecast-glance';
import type { HandoffGlance } from '../../lib/pipeline/handoff-glance';
import type { Glance } from '../../lib/pipeline/glance';
import type { PipelineFacts } from '../../lib/pipeline/facts/facts';
import type { FactsQuery } from '../../lib/store/read-facts';
import type { ForecastQuery } from '../../lib/store/read-forecast';
import type { DealList, ListWish } from '../../lib/pipeline/list/deal-list';
import type { CsvFile } from './csv-file';

/**
 * A value that changes by itself, read through `useLive`.
 * `get` returns `undefined` while nothing is known yet, and the *same* object until the value has changed.
 */
export interface Live<T> {
  subscribe(listener: () => void): () => void;
  get(): T | undefined;
}

/** A track record, or how far its making has come. */
export type RecordState =
  | { readonly kind: 'learning'; readonly progress: Progress }
  | { readonly kind: 'known'; readonly record: TrackRecord };
/** A forecast that follows the store, and answers what would be if. */
export interface LiveForecast extends Live<ForecastReport> {
  /** From what was learned last; `undefined` where nothing was yet, or the period is over. Nothing of it is stored. */
  whatIf(question: WhatIfQuestion): Promise<WhatIfReport | undefined>;
}

/** Which deals a list shows, in which order, and in what currency they are added up. */
export interface ListQuery extends Omit<ListWish, 'valuation'> {
  /** Reporting currency; `undefined` while it is not known. */
  readonly currency: string | undefined;
  readonly today: string;
}

/**
 * Everything that a surface may know or do. Components see the browser and the store through this alone,
 * so that each of them can be drawn and tested in memory.
 */
export interface Platform {
  readonly glance: Live<Glance>;
  /** The tab that the surface speaks about. */
  readonly site: Live<SiteState>;
  readonly syncs: Live<readonly SyncState[]>;
  readonly problems: Live<readonly ProblemRow[]>;
  readonly settings: Live<Settings>;
  readonly rates: Live<readonly CurrencyRate[]>;
  readonly targets: Live<readonly Target[]>;
  /** All that the user has said of views. */
  readonly mappings: Live<readonly Mapping[]>;
  /** Who is who, and by which rules the baton passes, by the day from which it holds. */
  readonly processes: Live<readonly ProcessVersion[]>;
  /** What was said of passes, by deal and time. */
  readonly verdicts: Live<readonly Verdict[]>;
  readonly sites: Live<readonly SiteRow[]>;
  /** Names seen as owners of deals, for suggestions. */
  readonly owners: Live<readonly string[]>;
  /** Who and what all deals and their past name: gathered from all of them. */
  readonly seenNames: Live<SeenNames>;
  /** `undefined`: the store is well. */
  readonly error: Live<StoreError>;
  /** Present after the browser had lost the store, until the user has taken note. */
  readonly restored: Live<RestoreOutcome>;
  /** Present while there is one copy of the store only. */
  readonly oneCopy: Live<SecondCopy>;
  /** Stored deals, with the rows without id that the sums count: the list adds up to them. */
  list(query: ListQuery): Live<DealList>;
  /** The deals in slots of a list, by slot. */
  rows(slots: readonly number[]): Live<ReadonlyMap<number, Deal>>;
  /** What coverage, pace, waterfall and hygiene are made of: gathered from all deals with their past. */
  facts(query: FactsQuery): Live<PipelineFacts>;
  /** The forecast beside the glance; it may be of another day, scope or period: see `isOfGlance`. */
  readonly forecastGlance: Live<ForecastGlance>;
  /** What the present and the next period will land, learned from all deals with their past. */
  /** Handoffs beside the glance; they may be of another day, scope or period. */
  readonly handoffGlance: Live<HandoffGlance>;
  /** Handoff quality of a period and a choice of passes. */
  handoffs(query: HandoffQuery): Live<HandoffReport>;
  /** The passes that one of its figures is made of. */
  passes(query: PassesQuery): Live<PassList>;
  /** The leads or deals that a figure of leads is made of. */
  leads(query: LeadsQuery): Live<LeadList>;
  /** How good the forecasts of the scope have been, on its own past. */
  record(query: ForecastQuery): Live<RecordState>;
  forecast(query: ForecastQuery): LiveForecast;
  /** Deals by their keys; one that is no more has none. */
  dealsOf(keys: readonly string[]): Live<ReadonlyMap<string, Deal>>;
  /** One deal, or row without id (their key is what `top-deals` has, too); `null`: there is none. */
  deal(key: string): Live<Deal | null>;
  /** Oldest first. */
  changesOf(key: string): Live<readonly DealChange[]>;
  /** A deal's passes as they were found last, in their order. */
  handoffsOf(key: string): Live<readonly HandoffRow[]>;

  /** Asks the browser's user; must be called within a click, before anything is awaited. */
  requestAccess(origin: string): Promise<boolean>;
  revokeSite(host: string): Answer<'revokeSite'>;
  settleSite(host: string, wipe: boolean): Answer<'settleSite'>;
  setOverlay(host: string, on: boolean): Answer<'setOverlay'>;
  /**
   * Reads the whole pipeline of the surface's tab.
   * @param otherHost The interface's origin, where it is not the page's own: the browser's user is asked first. To be
   *   called within a click then, before anything is awaited.
   */
  startSync(otherHost?: string): Answer<'startSync'>;
  cancelSync(tenant: string): Answer<'cancelSync'>;
  saveSettings(change: SettingsChange): Answer<'saveSettings'>;
  saveRate(rate: CurrencyRate): Answer<'saveRows'>;
  removeRate(rate: CurrencyRate): Answer<'saveRows'>;
  saveTargets(targets: readonly Target[]): Answer<'saveRows'>;
  /** A version from the same day is replaced. */
  saveProcess(version: ProcessVersion): Answer<'saveRows'>;
  dropProcess(from: string): Answer<'saveRows'>;
  saveVerdict(verdict: Verdict): Answer<'saveRows'>;
  /** Takes it back. */
  dropVerdict(verdict: Verdict): Answer<'saveRows'>;
  /** What is understood of the view in the surface's tab; `undefined`: there is nothing to correct. */
  survey(): Promise<Survey | undefined>;
  /** Marks a column of that view on the page; `null`: none. */
  markColumn(key: string | null): Promise<void>;
  /** The column at which the user points on the page; absent where a click on the page closes the surface. */
  readonly pointAtColumn?: () => Promise<string | null>;
  /** Keeps what the user has said of a view, and has the tab read it so. */
  teach(mapping: Mapping): Answer<'saveRows'>;
  /** Forgets what the user has said of a view; it is read by its headings again. */
  forgetMapping(mapping: Mapping): Answer<'saveRows'>;
  /** Hands the user a backup of nothing but what was said of views. */
  exportMappings(): Promise<void>;
  /** Hands the user a file; settles once it is on its way. */
  exportJson(): Promise<void>;
  exportCsv(): Promise<void>;
  /**
   * Adds a backup to the store; rejects where it was broken off, with a part of it stored.
   * @param onProgress Told which share is stored, 0 to 1, once the file has been found sound.
   */
  importBackup(file: File, onProgress?: (share: number) => void): Promise<Imported>;
  /** Opens a CRM's own export of deals, to be shown before anything of it is stored. */
  openCsv(file: File): Promise<CsvFile>;
  /** Hands the user rows as a file for a spreadsheet. */
  saveCsvRows(name: string, rows: readonly CsvRow[]): Promise<void>;
  wipeEverything(): Answer<'wipe'>;
  /** The user has taken note of what became of a store that was lost. */
  dismissRestored(): Promise<void>;
  /** Opens the dashboard, or the tab that has it already, at `hash` (`#/deals?outcome=open`). */
  openDashboard(hash: string): Promise<void>;
  /** Must be called within a click, before anything is awaited. */
  openSidePanel(): Promise<void>;
}

type Answer<Name extends keyof Protocol> = Promise<ReturnType<Protocol[Name]>>;

const PlatformContext = createContext<Platform | undefined>(undefined);

/** Gives a surface its platform, once, at the root. */
export function PlatformProvider({ value, children }: { value: Platform; children: ReactNode }) {
  return <PlatformContext value={value}>{children}</PlatformContext>;
}

/** The surface's platform. */
export function usePlatform(): Platform {
  const platform = useContext(PlatformContext);
  if (platform === undefined) throw new Error('usePlatform needs a PlatformProvider above it');
  return platform;
}
