import { changedSettings } from '../../../lib/deal/changed-settings';
import type { Live, Platform, RecordState } from '../../../components/hooks/platform';
import type { ProcessVersion } from '../../../lib/deal/process';
import type { Verdict } from '../../../lib/deal/verdict';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import { defaultSettings } from '../../../lib/deal/settings';
import type { Target } from '../../../lib/deal/target';
import { fiscalPeriod } from '../../../lib/calendar/fiscal-period';
import { previousPeriod } from '../../../lib/calendar/previous-period';
import { converter } from '../../../lib/pipeline/converter';
import type { PipelineFacts } from '../../../lib/pipeline/facts/facts';
import { factsInMaking } from '../../../lib/pipeline/facts/facts-in-making';
import type { HandoffRow } from '../../../lib/handoff/handoff-row';
import type { SeenNames } from '../../../lib/handoff/seen-names';
import { seenNamesOf } from '../../../lib/handoff/seen-names-of';
import type { ForecastReport } from '../../../lib/forecast/report';
import type { WhatIfQuestion, WhatIfReport } from '../../../lib/forecast/what-if/what-if-report';
import type { FactsQuery } from '../../../lib/store/read-facts';
import type { ForecastGlance } from '../../../lib/pipeline/forecast-glance';
import type { HandoffGlance } from '../../../lib/pipeline/handoff-glance';
import type { LeadList } from '../../../lib/store/read-lead-list';
import type { PassList } from '../../../lib/handoff/passes-shown';
import type { HandoffReport } from '../../../lib/handoff/handoff-report';
import type { Glance, Period } from '../../../lib/pipeline/glance';
import { listByColumns } from '../pipeline/list/list-by-columns';

/** A live value that a test sets by hand. */
export class Held<T> implements Live<T> {
  readonly #listeners = new Set<() => void>();
  #value: T | undefined;

  constructor(value?: T) {
    this.#value = value;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get(): T | undefined {
    return this.#value;
  }

  set(value: T | undefined): void {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }
}

type LiveValue<T> = T extends Live<infer Value> ? Value : never;
type Lives =
  | 'targets'
  | 'glance'
  | 'site'
  | 'syncs'
  | 'problems'
  | 'settings'
  | 'rates'
  | 'mappings'
  | 'processes'
  | 'seenNames'
  | 'verdicts'
  | 'sites'
  | 'owners'
  | 'error'
  | 'restored'
  | 'oneCopy';
type Given = { readonly [Name in Lives]?: LiveValue<Platform[Name]> };

export type FakePlatform = Platform & {
  readonly [Name in Lives]: Held<LiveValue<Platform[Name]>>;
} & { readonly calls: { readonly name: string; readonly args: readonly unknown[] }[] };

export interface FakeStore extends Given {
  readonly forecastGlance?: ForecastGlance;
  readonly handoffGlance?: HandoffGlance;
  /** What the view Handoffs is given, whatever it asks for. */
  readonly handoffReport?: HandoffReport;
  readonly passes?: PassList;
  readonly leadList?: LeadList;
  readonly forecast?: ForecastReport;
  readonly record?: RecordState;
  readonly whatIf?: (question: WhatIfQuestion) => WhatIfReport | undefined;
  readonly stored?: readonly Deal[];
  readonly changes?: readonly DealChange[];
  readonly handoffs?: readonly HandoffRow[];
  /** What actions answer, by name, where the usual answer is not what the test wants. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** A platform in memory: shows what it is given, and notes what it is asked to do. */
export function fakePlatform(given: FakeStore = {}): FakePlatform {
  const calls: { name: string; args: readonly unknown[] }[] = [];
  const settings = new Held(given.settings ?? defaultSettings);
  const rates = new Held(given.rates ?? []);
  const targets = new Held(given.targets ?? []);
  const mappings = new Held(given.mappings ?? []);
  const processes = new Held(given.processes ?? []);
  const verdicts = new Held(given.verdicts ?? []);
  const stored = given.stored ?? [];
  const restored = new Held(given.restored);
  // One place answers for every action; the interface types each answer, the table of a test cannot.
  const act =
    (name: string, usual: unknown, effect?: (...args: never[]) => void) =>
    (...args: never[]): Promise<never> => {
      calls.push({ name, args });
      const answer = given.answers?.[name] ?? usual;
      const isRefused = typeof answer === 'object' && answer !== null && 'refused' in answer;
      if (!isRefused) effect?.(...args);
      return Promise.resolve(answer as never);
    };
  return {
    calls,
    glance: new Held(given.glance),
    site: new Held(given.site),
    syncs: new Held(given.syncs ?? []),
    problems: new Held(given.problems ?? []),
    settings,
    rates,
    targets,
    mappings,
    processes,
    seenNames: new Held(given.seenNames ?? seenIn(given)),
    verdicts,
    sites: new Held(given.sites ?? []),
    owners: new Held(given.owners ?? []),
    error: new Held(given.error),
    restored,
    oneCopy: new Held(given.oneCopy),
    list: ({ currency, today, ...wish }) =>
      new Held(listByColumns(stored, { ...wish, currency, today, rates: rates.get() ?? [] })),
    rows: (slots) => new Held(new Map(slots.flatMap((slot) => pairOf(slot, stored[slot])))),
    facts: (query) => new Held(factsOf(given, query)),
    forecastGlance: new Held(given.forecastGlance),
    handoffGlance: new Held(given.handoffGlance),
    handoffs: (query) => {
      calls.push({ name: 'handoffs', args: [query] });
      return new Held(given.handoffReport && { ...given.handoffReport, query });
    },
    passes: (query) => {
      calls.push({ name: 'passes', args: [query] });
      return new Held(given.passes && { ...given.passes, query });
    },
    leads: (query) => {
      calls.push({ name: 'leads', args: [query] });
      return new Held(given.leadList && { ...given.leadList, query });
    },
    record: () => new Held(given.record),
    forecast: () =>
      Object.assign(new Held(given.forecast), {
        whatIf: (question: WhatIfQuestion) => Promise.resolve(given.whatIf?.(question)),
      }),
    dealsOf: (keys) =>
      new Held(
        new Map(stored.flatMap((deal) => (keys.includes(deal.key) ? [[deal.key, deal] as const] : []))),
      ),
    deal: (key) => new Held<Deal | null>(stored.find((deal) => deal.key === key) ?? null),
    handoffsOf: (key) => new Held((given.handoffs ?? []).filter(({ deal }) => deal === key)),
    changesOf: (key) => new Held((given.changes ?? []).filter((change) => change.key === key)),
    requestAccess: act('requestAccess', true),
    revokeSite: act('revokeSite', { revoked: true }),
    settleSite: act('settleSite', { deals: 0 }),
    setOverlay: act('setOverlay', { overlayOn: false }),
    startSync: act('startSync', { started: true }),
    cancelSync: act('cancelSync', { cancelled: true }),
    saveSettings: act('saveSettings', { saved: true }, (change: never) =>
      settings.set(changedSettings(settings.get() ?? defaultSettings, change)),
    ),
    saveRate: act('saveRate', { saved: true }, (rate: never) => rates.set([...(rates.get() ?? []), rate])),
    removeRate: act('removeRate', { saved: true }, (rate: never) =>
      rates.set((rates.get() ?? []).filter((other) => other !== rate)),
    ),
    saveTargets: act('saveTargets', { saved: true }, (rows: never) =>
      targets.set([...(targets.get() ?? []), ...(rows as Target[])]),
    ),
    saveProcess: act('saveProcess', { saved: true }, (version: ProcessVersion) =>
      processes.set(putBy(processes.get(), version, ({ from }) => from)),
    ),
    dropProcess: act('dropProcess', { saved: true }, (from: string) =>
      processes.set((processes.get() ?? []).filter((one) => one.from !== from)),
    ),
    saveVerdict: act('saveVerdict', { saved: true }, (verdict: Verdict) =>
      verdicts.set([...(verdicts.get() ?? []), verdict]),
    ),
    dropVerdict: act('dropVerdict', { saved: true }, (verdict: Verdict) =>
      verdicts.set((verdicts.get() ?? []).filter((one) => one !== verdict)),
    ),
    survey: act('survey', undefined),
    markColumn: act('markColumn', undefined),
    pointAtColumn: act('pointAtColumn', null),
    teach: act('teach', { saved: true }),
    forgetMapping: act('forgetMapping', { saved: true }, (mapping: never) =>
      mappings.set((mappings.get() ?? []).filter((other) => other !== mapping)),
    ),
    exportMappings: act('exportMappings', undefined),
    exportJson: act('exportJson', undefined),
    exportCsv: act('exportCsv', undefined),
    importBackup: act('importBackup', {
      kind: 'imported',
      deals: { added: 2, updated: 1, unchanged: 0 },
      changes: 3,
      leads: { added: 0, updated: 0, unchanged: 0 },
      others: { added: 0, kept: 0 },
      settings: 'same',
    }),
    openCsv: act('openCsv', undefined),
    saveCsvRows: act('saveCsvRows', undefined),
    wipeEverything: act('wipeEverything', { wiped: true }),
    dismissRestored: act('dismissRestored', undefined, () => restored.set(undefined)),
    openDashboard: act('openDashboard', undefined),
    openSidePanel: act('openSidePanel', undefined),
  };
}

function seenIn({ stored = [], changes = [] }: FakeStore): SeenNames {
  const seen = seenNamesOf({ people: [], stages: [] });
  for (const deal of stored)
    seen.add(
      deal,
      changes.filter(({ key }) => key === deal.key),
    );
  return seen.result();
}

/** Facts of the stored deals and their changes, as the store's own reader gathers them. */
function factsOf(
  { stored = [], changes = [], rates = [], settings }: FakeStore,
  query: FactsQuery,
): PipelineFacts {
  const { fiscal } = settings ?? defaultSettings;
  const period = fiscalPeriod(query.today, fiscal);
  const past: Period[] = [];
  for (let one = period; past.length < 12; past.push(one)) one = previousPeriod(one, fiscal);
  const convert = converter(rates, query.currency);
  const facts = factsInMaking({ ...query, rest: 1, from: query.from ?? period.start, period, past, convert });
  for (const deal of stored)
    facts.add(
      deal,
      changes.filter(({ key }) => key === deal.key),
    );
  return facts.result();
}

/** The rows in the order of their keys, with one put among them, as a table has it. */
function putBy<Row>(rows: readonly Row[] = [], put: Row, keyOf: (row: Row) => string): Row[] {
  const others = rows.filter((row) => keyOf(row) !== keyOf(put));
  return [...others, put].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function pairOf(slot: number, deal: Deal | undefined): [number, Deal][] {
  return deal === undefined ? [] : [[slot, deal]];
}

const sum = (minor: number, n: number) => ({
  minor,
  n,
  currency: 'EUR',
  apart: [],
  withoutAmount: 0,
  approximate: 0,
});

/** A quarter in full swing, on 19 May 2026. */
export const aGlance: Glance = {
  period: { kind: 'quarter', start: '2026-04-01', end: '2026-07-01', index: 2, fiscalYear: 2026 },
  today: '2026-05-19',
  scope: 'all',
  deals: 187,
  won: sum(41_230_000, 23),
  open: sum(135_480_000, 41),
  weighted: { ...sum(58_213_050, 39), withoutProbability: 2 },
  targetMinor: undefined,
  topDeals: [],
  wonWithoutDate: 0,
  wonByCloseDate: 0,
  wonAhead: 0,
  withoutOutcome: 0,
  completeness: {
    openRead: 41,
    openTotal: 46,
    oldestSeenAt: '2026-05-16T09:00:00.000Z',
    unidentified: 0,
    uncounted: 0,
    unlisted: 0,
  },
};
