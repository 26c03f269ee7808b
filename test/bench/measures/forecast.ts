import { dayNumber } from '../../../lib/calendar/day-number';
import { dayText } from '../../../lib/calendar/day-text';
import type { Book } from '../../../lib/forecast/book';
import { forecastBook } from '../../../lib/forecast/forecast-book';
import type { LearnedCache } from '../../../lib/forecast/learner';
import { makeBook } from '../../../lib/forecast/make-book';
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
/** The exact distribution against ten thousand draws of the same sum. */
const MOST_OF_SIMULATION = 0.05;
const TRIALS = 10_000;
const PARTS = 10_000;

/** Fit and forecast of a month and a quarter from columns, and the distribution of a sum against its simulation. */
export const forecastSpeed: Measure = {
  name: 'forecast',
  in: 'nothing',
  run: async () => [...(await fits()), await distribution()],
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

function ask(book: Book, cache: LearnedCache): void {
  const { asOf } = book;
  const periods = [
    { id: 'month', start: asOf - 10, end: asOf + 20, target: 1e6 },
    { id: 'quarter', start: asOf - 10, end: asOf + 80, target: 1e6 },
  ];
  forecastBook(book, { periods, cache });
}

function bookOf(deals: number): Book {
  const shape = SHAPES.find(({ name }) => name === 'back and forth');
  if (shape === undefined) throw new RangeError('no such shape');
  const company = generateCompany({ ...shape, days: DAYS, newPerDay: deals / DAYS });
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
