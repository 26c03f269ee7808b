import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '../../../lib/stats/aalen-johansen';
import { betaDistribution } from '../../../lib/stats/beta-distribution';
import { betaQuantile } from '../../../lib/stats/beta-quantile';
import { cholesky } from '../../../lib/stats/cholesky';
import { kaplanMeier } from '../../../lib/stats/kaplan-meier';
import { livesOf, type CompetingLife } from '../../../lib/stats/lives-of';
import { logGamma } from '../../../lib/stats/log-gamma';
import { NORMAL_NODES } from '../../../lib/stats/normal-nodes';
import { poissonBinomial } from '../../../lib/stats/poisson-binomial';
import { solveLower } from '../../../lib/stats/solve-lower';
import { solveUpper } from '../../../lib/stats/solve-upper';
import { wilson } from '../../../lib/stats/wilson';

describe('the Beta distribution agrees with SciPy 1.17 (beta.ppf, beta.cdf)', () => {
  it.each([
    [0.5, 2, 3, 0.3857275681323895],
    [0.025, 3, 9, 0.06021773417290665],
    [0.975, 3, 9, 0.5177558523601726],
    [0.1, 0.5, 0.5, 0.024471741852423214],
    [0.9, 120, 80, 0.6441372335796305],
    [0.05, 1, 30, 0.0017083156444657344],
  ])('quantile %f of Beta(%f, %f)', (p, a, b, expected) => {
    expect(betaQuantile(p, { a, b })).toBeCloseTo(expected, 11);
  });

  it('its distribution function', () => {
    expect(betaDistribution({ a: 2.5, b: 4.5 }).chance(0.3)).toBeCloseTo(0.40653901668245934, 12);
    expect(betaDistribution({ a: 2, b: 3 }).chance(0.5)).toBeCloseTo(0.6875, 14);
    expect([betaDistribution({ a: 2, b: 3 }).chance(0), betaDistribution({ a: 2, b: 3 }).chance(1)]).toEqual([
      0, 1,
    ]);
  });

  it('the gamma function at whole and half numbers', () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
    expect(logGamma(0.25)).toBeCloseTo(1.2880225246980774, 12);
  });
});

describe('Wilson intervals of Newcombe (Stat. Med. 17, 1998, table I, method 3)', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (successes, trials, low, high) => {
    const interval = wilson(successes, trials, 1.959964);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('knows nothing of no trials', () => {
    expect(wilson(0, 0, 1.96)).toEqual({ low: 0, high: 1 });
  });
});

describe('Kaplan-Meier on the 6-MP arm of Freireich et al. (Blood 21, 1963)', () => {
  const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const watched = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  const curve = kaplanMeier([
    ...ended.map((time) => ({ time, ended: true })),
    ...watched.map((time) => ({ time, ended: false })),
  ]);

  it('has the published steps', () => {
    expect(curve.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [6, 21],
      [7, 17],
      [10, 15],
      [13, 12],
      [16, 11],
      [22, 7],
      [23, 6],
    ]);
    const published = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448];
    curve.forEach(({ survival }, at) => expect(survival).toBeCloseTo(published[at] ?? 0, 3));
  });

  it('is empty where nothing ended', () => {
    expect(kaplanMeier([{ time: 3, ended: false }])).toEqual([]);
  });
});

/** The curves of lives in any order, step by step. */
function curveOf(lives: readonly CompetingLife[]) {
  const { times, shares } = aalenJohansen(livesOf(lives), { from: 0, to: lives.length });
  return times.map((time, at) => ({ time, incidence: shares.map((share) => share[at] ?? NaN) }));
}

describe('Aalen-Johansen on the breast cancer patients of Satagopan et al. (Br. J. Cancer 91, 2004), table 2', () => {
  // The first nine of 305 patients: dead of the cancer (0), of another cause (1), or alive when last seen; all others later.
  const first = [
    [7, undefined],
    [10, 0],
    [14, undefined],
    [16, 0],
    [18, 1],
    [23, 0],
    [24, undefined],
    [26, 1],
    [27, 0],
  ] as const;
  const later = Array.from({ length: 305 - first.length }, () => ({ time: 60, cause: undefined }));
  const curve = curveOf([...later, ...first.map(([time, cause]) => ({ time, cause }))]);
  const percent = (share: number | undefined): string => (100 * (share ?? NaN)).toFixed(1);

  it('has the published incidence', () => {
    const steps = curve.map(({ time, incidence: [now = 0] }, at) => ({
      time,
      percent: Number(percent(now - (curve[at - 1]?.incidence[0] ?? 0))),
    }));
    const ofCancer = steps.filter(({ percent: step }) => step > 0);
    expect(ofCancer).toEqual([10, 16, 23, 27].map((time) => ({ time, percent: 0.3 })));
    // The table adds up steps that are rounded: 0.3, 0.6, 0.9, 1.2 %.
    expect(ofCancer.reduce((sum, { percent: step }) => sum + step, 0)).toBeCloseTo(1.2, 12);
    expect(percent(curve.at(-1)?.incidence[0])).toBe('1.3');
  });

  it('leaves the published survival', () => {
    expect(curve.map(({ time, incidence: [a = 0, b = 0] }) => [time, percent(1 - a - b)])).toEqual([
      [10, '99.7'],
      [16, '99.3'],
      [18, '99.0'],
      [23, '98.7'],
      [26, '98.3'],
      [27, '98.0'],
    ]);
  });
});

describe('Aalen-Johansen', () => {
  it('is the share of each cause where everything was watched to its end', () => {
    const lives = ([0, 1, 0, 0, 1] as const).map((cause, at) => ({ time: at + 1, cause }));
    const last = curveOf(lives).at(-1)?.incidence ?? [];
    expect(last[0]).toBeCloseTo(3 / 5, 14);
    expect(last[1]).toBeCloseTo(2 / 5, 14);
  });

  it('weighs what ends after others left by those still at risk (worked by hand)', () => {
    // At 1 one of four is won; at 2 watching of one ends; at 3 one of two is lost; at 4 the last is won.
    const curve = curveOf([
      { time: 1, cause: 0 },
      { time: 2, cause: undefined },
      { time: 3, cause: 1 },
      { time: 4, cause: 0 },
    ]);
    expect(curve.map(({ time }) => time)).toEqual([1, 3, 4]);
    expect(curve.at(1)?.incidence).toEqual([0.25, 0.375]);
    expect(curve.at(-1)?.incidence).toEqual([0.625, 0.375]);
  });

  it('is one minus Kaplan-Meier where there is one cause', () => {
    const times = [6, 6, 7, 9, 10, 13];
    const curve = curveOf(times.map((time, at) => ({ time, cause: at % 3 === 2 ? undefined : 0 })));
    const survival = kaplanMeier(times.map((time, at) => ({ time, ended: at % 3 !== 2 })));
    curve.forEach(({ incidence }, at) =>
      expect(1 - (incidence[0] ?? 0)).toBeCloseTo(survival[at]?.survival ?? 0, 14),
    );
  });
});

describe('Poisson-binomial', () => {
  it('is the binomial where all chances are alike', () => {
    expect([...poissonBinomial([0.5, 0.5, 0.5, 0.5])]).toEqual([1, 4, 6, 4, 1].map((ways) => ways / 16));
    expect([...poissonBinomial([])]).toEqual([1]);
  });

  it('agrees with SciPy 1.17 (poisson_binom.pmf) on twelve chances', () => {
    const mass = poissonBinomial(Array.from({ length: 12 }, (_, at) => 0.05 + ((at * 37) % 90) / 100));
    for (const [wins, expected] of [
      [0, 0.00021782209524151894],
      [3, 0.08951575717010356],
      [5, 0.2653755469494885],
      [6, 0.2327014195061942],
      [8, 0.046799239202262595],
      [12, 1.7640164740947845e-6],
    ] as const)
      expect(mass[wins], `${wins} wins`).toBeCloseTo(expected, 13);
  });

  it('multiplies out chances that differ', () => {
    const mass = poissonBinomial([0.1, 0.4, 0.8]);
    [0.108, 0.516, 0.344, 0.032].forEach((expected, at) => expect(mass[at]).toBeCloseTo(expected, 14));
  });
});

describe('linear algebra', () => {
  // The example of the English Wikipedia's article on the decomposition.
  const matrix = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);
  const lower = Float64Array.of(2, 0, 0, 6, 1, 0, -8, 5, 3);

  it('decomposes and solves', () => {
    expect(cholesky(matrix, 3)).toEqual(lower);
    const solved = solveUpper(lower, solveLower(lower, Float64Array.of(0, 6, 39)));
    [1, 1, 1].forEach((expected, row) => {
      const product = [0, 1, 2].reduce(
        (sum, column) => sum + (matrix[row * 3 + column] ?? 0) * (solved[column] ?? 0),
        0,
      );
      expect(product).toBeCloseTo([0, 6, 39][row] ?? expected, 10);
    });
  });

  it('refuses what is not positive definite', () => {
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined();
  });

  it('the normal nodes have the moments of a normal variable up to the twelfth', () => {
    const moment = (power: number): number =>
      NORMAL_NODES.reduce((sum, [node, weight]) => sum + weight * node ** power, 0);
    [1, 0, 1, 0, 3, 0, 15, 0, 105, 0, 945, 0, 10395].forEach((expected, power) =>
      expect(moment(power) / Math.max(1, expected)).toBeCloseTo(expected === 0 ? 0 : 1, 9),
    );
  });
});
