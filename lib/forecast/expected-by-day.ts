import type { Exposure } from './exposure';

/** Events that hazards lead to expect on each day of the past, before the factors of the day. */
export function expectedByDay(
  { days, cells, atRisk, usedFrom, usedUntil }: Exposure,
  hazard: Float64Array,
): Float64Array {
  const expected = new Float64Array(days);
  for (let cell = 0; cell < cells; cell += 1) {
    const rate = hazard[cell] ?? 0;
    if (rate === 0) continue;
    const row = cell * days;
    const last = usedUntil[cell] ?? days;
    for (let day = usedFrom[cell] ?? 0; day < last; day += 1)
      expected[day] = (expected[day] ?? 0) + rate * (atRisk[row + day] ?? 0);
  }
  return expected;
}
