import type { Shape } from './shape';

const STEADY: Shape = {
  name: 'steady',
  days: 1100,
  newPerDay: 4,
  growth: 0,
  weekdays: [1.4, 1.4, 1.4, 1.4, 1.2, 0.1, 0.1],
  quarter: [1, 1, 1],
  year: 0,
  wander: 0.05,
  stages: 3,
  stageDays: 18,
  onward: 0.6,
  back: 0,
  amount: 8000,
  spread: 0.8,
  lossesRecorded: true,
  unrecorded: 0,
  owners: 6,
  seed: 1,
};

/** Companies that differ in the ways that break forecasts. */
export const SHAPES: readonly Shape[] = [
  STEADY,
  { ...STEADY, name: 'quarter ends', quarter: [0.7, 0.85, 1.4], seed: 2 },
  { ...STEADY, name: 'seasonal', year: 0.35, seed: 3 },
  { ...STEADY, name: 'growing', growth: 0.06, newPerDay: 1.5, seed: 4 },
  { ...STEADY, name: 'tiny', newPerDay: 0.4, seed: 5 },
  { ...STEADY, name: 'lumpy', newPerDay: 1.5, spread: 1.6, seed: 6 },
  { ...STEADY, name: 'back and forth', stages: 5, stageDays: 8, back: 0.3, onward: 0.62, seed: 7 },
  {
    ...STEADY,
    name: 'losses unrecorded',
    lossesRecorded: false,
    stages: 1,
    stageDays: 30,
    onward: 0.3,
    seed: 8,
  },
  { ...STEADY, name: 'recorded late', unrecorded: 700, seed: 9 },
  { ...STEADY, name: 'wandering', wander: 0.2, seed: 10 },
  { ...STEADY, name: 'start-up', days: 430, growth: 0.12, newPerDay: 1, stages: 2, seed: 11 },
  { ...STEADY, name: 'slow', stages: 4, stageDays: 45, newPerDay: 2, spread: 1.1, seed: 12 },
  { ...STEADY, name: 'shrinking', growth: -0.05, newPerDay: 12, seed: 13 },
];
