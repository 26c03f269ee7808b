import type { Passes } from '../../../lib/handoff/found-on';
import { handoffReport, type HandoffQuery } from '../../../lib/handoff/handoff-report';
import { METRICS } from '../../../lib/handoff/metrics';
import { JOURNEYS, type PassColumns } from '../../../lib/handoff/pass-columns';
import { passesInMaking, type PassesInMaking } from '../../../lib/handoff/passes-in-making';
import { type Rules, rulesOf } from '../../../lib/handoff/rules-of';
import { inventHandoffs, type InventedHandoffs } from '../data/invent-handoffs';
import { type Row, timeRow } from '../row';
import { inTurns } from '../statistics';
import type { Measure } from './measure';

const PAIRS = 9;
const SIZE = 100_000;
const AS_OF = Date.parse('2026-03-31T12:00:00Z');
const TODAY = '2026-03-31';
const YEAR = { start: '2025-04-01', end: '2026-04-01' };
const SOURCES = ['seeds', 'nets', 'spears', 'Fair', 'Partner'] as const;

/**
 * A year's handoffs by person, team, source and month may take so many passes over all columns: some 150 ms on a machine
 * that does nothing else; those of one source half of that, and with each of ten thousand pairs twice.
 */
const MOST_OF_PASS = { filtered: 5, all: 7, pairs: 14 };
/** Ten times the deals are found in so many times the time. */
const MOST_GROWTH = 13;
/**
 * A minute later, with one deal written since, they take so much of the time of finding all: one deal in twenty is not settled
 * and is found anew, and every column is gone through once. That was a twelfth, and up to three tenths on a busy machine.
 */
const MOST_AGAIN = 1 / 5;
const MINUTE = 60_000;

/** Measures of a choice of the handoffs of 100,000 deals with five changes each, and how finding them grows. */
export const handoffSpeed: Measure = {
  name: 'handoffs',
  in: 'nothing',
  async run({ quick }) {
    // Node has `Temporal` of its own from version 26 on.
    if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
    const invented = inventHandoffs(SIZE, AS_OF);
    const tenth = { ...invented, deals: invented.deals.slice(0, SIZE / 10) };
    const making = makingOf(invented, AS_OF);
    const passes = passesOf(invented, making, AS_OF);
    const chosen = await choices(passes);
    const again = foundAgain(invented, making);
    // What is compiled at the first time is not what a time costs.
    for (let warm = 0; warm < 3; warm += 1) await again();
    const { whole, part, minute } = await inTurns(
      {
        whole: async () => timed(() => find(invented)),
        part: async () => timed(() => find(tenth)),
        minute: again,
      },
      quick ? 1 : 3,
    );
    return [
      timeRow('handoffs/100k/found/vs-10k', { ours: whole, baseline: part, budget: MOST_GROWTH }),
      timeRow('handoffs/100k/found-again/vs-found', { ours: minute, baseline: whole, budget: MOST_AGAIN }),
      ...chosen,
    ];
  },
};

/** Each time one more deal is written, a minute later: milliseconds until all passes are those of then. */
function foundAgain(invented: InventedHandoffs, making: PassesInMaking): () => Promise<number> {
  const deals = new Map(invented.deals.map((one) => [one[0].key, one]));
  let nth = 0;
  return async () => {
    nth += 1;
    const asOf = AS_OF + nth * MINUTE;
    const [deal, own] = invented.deals[nth] ?? [];
    if (deal === undefined || own === undefined) throw new RangeError('too few deals');
    deals.set(deal.key, [{ ...deal, owner: 'Ae 1' }, own]);
    return timed(() => {
      making.moveTo({ asOf, rules: rulesAt(invented, asOf), verdicts: new Map() });
      for (const key of new Set([deal.key, ...making.unsettled()])) {
        const [row, changes] = deals.get(key) ?? [];
        if (row !== undefined && changes !== undefined) making.add(row, changes);
      }
      passesOf(invented, making, asOf);
    });
  };
}

async function choices(passes: Passes): Promise<readonly Row[]> {
  const columns = passes.book.found[0]?.columns;
  if (columns === undefined || columns.size < SIZE * 0.9) throw new RangeError('too few handoffs');
  const report = (filter: HandoffQuery['filter'], withPairs = false) =>
    timed(() => handoffReport(passes, { period: YEAR, filter, withPairs }));
  let turn = 0;
  const sides = {
    all: async () => report({}),
    pairs: async () => report({}, true),
    filtered: async () => {
      turn += 1;
      return report({ source: SOURCES[turn % SOURCES.length] ?? 'seeds' });
    },
    pass: async () => timed(() => onePass(columns)),
  };
  // What is compiled at the first choice is not what a choice costs.
  for (const side of Object.values(sides)) for (let warm = 0; warm < 3; warm += 1) await side();
  const taken = await inTurns(sides, PAIRS);
  return [
    timeRow('handoffs/100k/choice/vs-one-pass', {
      ours: taken.filtered,
      baseline: taken.pass,
      budget: MOST_OF_PASS.filtered,
    }),
    timeRow('handoffs/100k/year/vs-one-pass', {
      ours: taken.all,
      baseline: taken.pass,
      budget: MOST_OF_PASS.all,
    }),
    timeRow('handoffs/100k/pairs/vs-one-pass', {
      ours: taken.pairs,
      baseline: taken.pass,
      budget: MOST_OF_PASS.pairs,
    }),
  ];
}

/** Adds up every column once: what nothing can be below. */
function onePass({ size, passedAt, kind, wonMinor, scores, journeys, ...named }: PassColumns): number {
  const columns: readonly (Float64Array | Int32Array | Uint8Array)[] = [
    passedAt,
    kind,
    wonMinor,
    ...[named.from, named.to, named.pair, named.source, named.reason, named.wonIn].map(({ codes }) => codes),
    ...named.teams.codes,
    ...METRICS.map((metric) => scores[metric]),
    ...JOURNEYS.flatMap((journey) => {
      const { times, causes, order } = journeys[journey];
      return [times, causes, order];
    }),
  ];
  let sum = 0;
  for (const column of columns)
    for (let row = 0; row < size; row += 1) {
      const value = column[row] ?? 0;
      if (value === value && value !== Infinity) sum += value;
    }
  if (sum === 0) throw new RangeError('nothing in the columns');
  return sum;
}

const nameOf = (name: string): string => name;

function find(invented: InventedHandoffs): Passes {
  return passesOf(invented, makingOf(invented, AS_OF), AS_OF);
}

function rulesAt({ version, teams }: InventedHandoffs, asOf: number): readonly Rules[] {
  const ends = [
    { name: 'Won', outcome: 'won' },
    { name: 'Lost', outcome: 'lost' },
  ] as const;
  return [rulesOf(version, { nameOf, teams, ends, asOf })];
}

function makingOf(invented: InventedHandoffs, asOf: number): PassesInMaking {
  const rules = rulesAt(invented, asOf);
  const making = passesInMaking({ asOf, today: TODAY, rules, nameOf, verdicts: new Map() });
  for (const [deal, changes] of invented.deals) making.add(deal, changes);
  return making;
}

function passesOf(invented: InventedHandoffs, making: PassesInMaking, asOf: number): Passes {
  const leads = { today: 0, leads: [], deals: [], partly: [] };
  return { book: making.result(), leads, rules: rulesAt(invented, asOf), isSet: true, asOf, today: TODAY };
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
