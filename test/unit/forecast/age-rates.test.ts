import { describe, expect, it } from 'vitest';
import { AGE_BINS } from '../../../lib/forecast/age-bins';
import { ageRates } from '../../../lib/forecast/age-rates';
import { ageTrend } from '../../../lib/forecast/age-trend';
import { TUNING } from '../../../lib/forecast/tuning';

const tuning = TUNING.ages;
const bins = (of: (bin: number) => number): Float64Array =>
  Float64Array.from({ length: AGE_BINS }, (_, bin) => of(bin));

describe('the rate by days in a stage', () => {
  it('is what was seen where much was seen, however sharp', () => {
    const at = bins(() => 1e6);
    const events = bins((bin) => (bin === 10 ? 50_000 : 10_000));
    const rates = ageRates({ events, at, mean: 0.0115 }, tuning);
    expect(rates[9]).toBeCloseTo(0.01, 3);
    expect(rates[10]).toBeCloseTo(0.05, 3);
    expect(rates[11]).toBeCloseTo(0.01, 3);
  });

  it('goes on from the oldest ages seen where no deal has been yet', () => {
    const at = bins((bin) => (bin < 15 ? 5000 : 0));
    const events = bins((bin) => (bin < 8 ? 200 : bin < 15 ? 10 : 0));
    const rates = ageRates({ events, at, mean: 0.022 }, tuning);
    for (let bin = 15; bin < 20; bin += 1) {
      expect(rates[bin]).toBeLessThan(0.003);
      expect(rates[bin]).toBeGreaterThan(0);
    }
  });

  it('follows an exact trend exactly, but for the prior', () => {
    const at = bins(() => 1e7);
    const events = bins((bin) => 1e7 * 0.05 * Math.exp(-0.1 * bin));
    const mean = events.reduce((sum, one) => sum + one, 0) / (1e7 * AGE_BINS);
    ageTrend({ events, at, mean }, tuning).forEach((rate, bin) =>
      expect(rate / (0.05 * Math.exp(-0.1 * bin))).toBeCloseTo(1, 3),
    );
  });

  it('is about the mean, falling slightly, where nothing was seen', () => {
    const rates = ageRates({ events: bins(() => 0), at: bins(() => 0), mean: 0.01 }, tuning);
    rates.forEach((rate, bin) => expect(rate).toBeLessThanOrEqual(rates[bin - 1] ?? 0.0101));
    expect(rates[0]).toBeCloseTo(0.01, 6);
  });

  it('never passes 1', () => {
    const events = bins(() => 50);
    ageRates({ events, at: bins(() => 50), mean: 1 }, tuning).forEach((rate) =>
      expect(rate).toBeLessThanOrEqual(1),
    );
  });
});
