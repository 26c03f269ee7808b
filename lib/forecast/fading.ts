/** Half-lives after which evidence is left out: it weighs 3 % by then. Cost 0.00 / 0.00 / 0.00 (see `Tuning`). */
const FORGOTTEN = 5;

/** Weight of each day up to `end`: the last one 1, half as much each half-life before, 0 where it is forgotten. */
export function fading(end: number, halfLife: number): Float64Array {
  const weight = new Float64Array(Math.max(0, end));
  const begin = Math.max(0, end - Math.round(FORGOTTEN * halfLife));
  for (let day = begin; day < end; day += 1) weight[day] = 2 ** (-(end - 1 - day) / halfLife);
  return weight;
}
