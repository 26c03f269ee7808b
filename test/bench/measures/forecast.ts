import { dayNumber } from '../../../lib/calendar/day-number';
import { dayText } from '../../../lib/calendar/day-text';
import { type Book, OPEN } from '../../../lib/forecast/book';
import { type BookForecast, forecastBook } from '../../../lib/forecast/forecast-book';
import type { LearnedCache } from '../../../lib/forecast/learner';
import { makeBook } from '../../../lib/forecast/make-book';
import type { OpenRecurring } from '../../../lib/forecast/recurring/recurring-book';
import type { RecurringDeal } from '../../../lib/forecast/recurring/recurring-deal';
import { type RecurringDesk, recurringDesk } from '../../../lib/forecast/recurring/recurring-desk';
import type { SupposedDeal } from '../../../lib/forecast/what-if/what-if';
import { whatIfDesk } from '../../../lib/forecast/what-if/what-if-desk';
import { cosSum } from '../../../lib/stats/cos-sum';
import { drawFrom } from '../../demo/draw';
import { generateCompany } from '../../tools/backtest/generate-company';
import { requestOf } from '../../tools/backtest/request-of';
import { SHAPES } from '../../tools/backtest/shapes';
import { type Row, timeRow } from '../row';
import { inTurns } from '../statistics';
import type { Measure } from './measure';

const DAYS = 900;
const PAIRS = 9;
/** Ten times the deals may cost this many times as much: what depends on days and stages alone stays. */
const MOST_GROWTH = 10;
/** A tenth of the deals may take no longer, but for noise: most of a small fit depends on days and stages alone. */
const MOST_OF_MORE = 1.5;
/** The exact distribution against ten thousand draws of the same sum. */
const MOST_OF_SIMULATION = 0.05;
const TRIALS = 10_000;
const PARTS = 10_000;

/**
 * A landing under suppositions against the forecast that it starts from, which takes some 300 ms where this may take 16:
 * 100,000 deals, 35,000 of them open, a quarter of these renewals of 20,000
 * contracts, all multipliers moved, and deals won, lost, moved and priced anew.
 */
const MOST_OF_FORECAST = 0.05;
const SUPPOSED = 24;

/** Every fourth open deal renews a contract; so many contracts in all, half of them in their second term. */
const CONTRACTS = 20_000;

/** Fit and forecast of a month and a quarter from columns, suppositions about it, and the distribution of a sum against its simulation. */
export const forecastSpeed: Measure = {
  name: 'forecast',
  in: 'nothing',
  run: async () => [...(await fits()), await suppositions(), await distribution()],
};

async function fits(): Promise<readonly Row[]> {
  const books = { '1k': bookOf(1000), '10k': bookOf(10_000), '100k': bookOf(100_000) };
  const caches: Record<string, LearnedCache> = { '1k': new Map(), '10k': new Map(), '100k': new Map() };
  const first = (size: keyof typeof books) => async () => timed(() => ask(books[size], new Map()));
  const again = (size: keyof typeof books) => async () =>
    timed(() => ask(books[size], caches[size] ?? new Map()));
  const sides = {
    first1: first('1k'),
    first10: first('10k'),
    first100: first('100k'),
    again10: again('10k'),
    again100: again('100k'),
  };
  const taken = await inTurns(sides, PAIRS);
  return [
    timeRow('forecast/1k/vs-10k', { ours: taken.first1, baseline: taken.first10, budget: MOST_OF_MORE }),
    timeRow('forecast/10k/vs-1k', { ours: taken.first10, baseline: taken.first1, budget: MOST_GROWTH }),
    timeRow('forecast/100k/vs-10k', { ours: taken.first100, baseline: taken.first10, budget: MOST_GROWTH }),
    timeRow('forecast/100k/past-known', { ours: taken.again100, baseline: taken.first100, budget: 0.9 }),
    timeRow('forecast/100k/past-known/vs-10k', {
      ours: taken.again100,
      baseline: taken.again10,
      budget: MOST_GROWTH,
    }),
  ];
}

interface Given {
  readonly days: number;
  readonly stageDays?: number;
}

async function suppositions(): Promise<Row> {
  const book = bookOf(100_000, { days: 190, stageDays: 25 });
  const cache: LearnedCache = new Map();
  const open = book.ids.filter((_, row) => book.outcome[row] === OPEN);
  if (open.length < 30_000) throw new RangeError(`only ${open.length} open deals`);
  const renewals = open.filter((_, nth) => nth % 4 === 0);
  const desk = whatIfDesk({
    found: ask(book, cache),
    renewals: new Set(renewals),
    recurring: recurringOf(book, { open, renewals }),
  });
  const deals = new Map(
    open.slice(0, SUPPOSED).map((id, nth): [string, SupposedDeal] => {
      const fate = (['won', 'lost', 'moved', 'open'] as const)[nth % 4] ?? 'open';
      return [id, { fate, on: dayText(book.asOf + 5), ...(nth % 3 === 0 ? { value: 7000 } : {}) }];
    }),
  );
  let turn = 0;
  const rate = () => 0.8 + (turn % 40) / 100;
  const sides = {
    ours: async () => {
      turn += 1;
      const whatIf = {
        winRate: rate(),
        cycle: rate(),
        dealSize: rate(),
        newPipeline: rate(),
        churn: rate(),
        deals,
      };
      return timed(() => desk.answer({ nth: 1, whatIf, shown: open.slice(100, 120) }));
    },
    baseline: async () => timed(() => ask(book, cache)),
  };
  // What is asked at the first frame of a slider is not what a frame of it costs.
  for (let warm = 0; warm < 10; warm += 1) await sides.ours();
  const taken = await inTurns(sides, PAIRS);
  return timeRow('what-if/100k/vs-forecast', {
    ours: taken.ours,
    baseline: taken.baseline,
    budget: MOST_OF_FORECAST,
  });
}

/** Contracts that end one after the other, before today and after; each open deal brings recurring revenue. */
function recurringOf(
  book: Book,
  { open, renewals }: { readonly open: readonly string[]; readonly renewals: readonly string[] },
): RecurringDesk {
  const { asOf } = book;
  const account = (nth: number) => `A${nth % CONTRACTS}`;
  const isRenewal = new Set(renewals);
  const closed = Array.from({ length: CONTRACTS }, (_, nth): readonly RecurringDeal[] => {
    const end = asOf - 240 + (nth % 480);
    const common = {
      account: account(nth),
      outcome: 'won',
      annualMinor: 100_000 + (nth % 97) * 1000,
    } as const;
    const [first, second] = [end - 365, end + 365];
    const contract = { ...common, kind: 'new', closedOn: dayText(first), endOn: dayText(end) } as const;
    const renewal = {
      ...common,
      kind: 'renewal',
      closedOn: dayText(end - 10),
      endOn: dayText(second),
    } as const;
    return [{ ...contract, id: `C${nth}` }, ...(nth % 5 === 0 ? [] : [{ ...renewal, id: `R${nth}` }])];
  }).flat();
  const toCome = open.map((id, nth): OpenRecurring => ({
    id,
    account: account(nth),
    kind: isRenewal.has(id) ? 'renewal' : 'new',
    annualMinor: 90_000 + (nth % 89) * 1000,
    closeOn: dayText(asOf + (nth % 120)),
  }));
  const desk = recurringDesk(
    { closed, open: toCome, winsOfYear: CONTRACTS, noRate: 0, undated: 0 },
    {
      today: dayText(asOf - 1),
      periods: periodsOf(asOf).map(({ start, end }) => ({ start: dayText(start), end: dayText(end) })),
    },
  );
  if (desk.report.flows.end === 0) throw new RangeError('no recurring revenue');
  return desk;
}

function periodsOf(asOf: number) {
  return [
    { id: 'month', start: asOf - 10, end: asOf + 20, target: 1e6 },
    { id: 'quarter', start: asOf - 10, end: asOf + 80, target: 1e6 },
  ];
}

function ask(book: Book, cache: LearnedCache): BookForecast {
  return forecastBook(book, { periods: periodsOf(book.asOf), cache });
}

function bookOf(deals: number, { days, ...given }: Given = { days: DAYS }): Book {
  const shape = SHAPES.find(({ name }) => name === 'back and forth');
  if (shape === undefined) throw new RangeError('no such shape');
  const company = generateCompany({ ...shape, ...given, days, newPerDay: deals / days });
  const asOf = dayNumber(company.knownUntil) ?? 0;
  return makeBook(requestOf(company, { asOf, asOfText: dayText(asOf), periods: [] }));
}

async function distribution(): Promise<Row> {
  const values = Float64Array.from({ length: PARTS }, (_, at) => 1000 + ((at * 7919) % 9000));
  const chances = Float64Array.from({ length: PARTS }, (_, at) => 0.05 + ((at * 13) % 80) / 100);
  const sizes = Float64Array.of(2000, 5000, 9000);
  const upTo = values.reduce((sum, value) => sum + value, 0);
  const draw = drawFrom(11);
  const taken = await inTurns(
    {
      exact: async () => timed(() => cosSum({ values, chances, further: 40, sizes }, { upTo, points: 1024 })),
      simulated: async () =>
        timed(() => {
          const sums = new Float64Array(TRIALS);
          for (let trial = 0; trial < TRIALS; trial += 1) {
            let sum = 0;
            for (let at = 0; at < PARTS; at += 1) if (draw.chance(chances[at] ?? 0)) sum += values[at] ?? 0;
            sums[trial] = sum;
          }
          sums.sort();
        }),
    },
    3,
  );
  return timeRow('distribution/10k/vs-simulation', {
    ours: taken.exact,
    baseline: taken.simulated,
    budget: MOST_OF_SIMULATION,
  });
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
