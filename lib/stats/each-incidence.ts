import { type Lives, NO_LIFE, type Stretch } from './lives';

/** See `aalenJohansen`: the same point by point, for who keeps none of them. */
export function eachIncidence(
  { times, causes, order }: Lives,
  { from, to }: Stretch,
  visit: (time: number, first: number, second: number) => void,
): void {
  let end = to;
  while (end > from && causes[order[end - 1] ?? 0] === NO_LIFE) end -= 1;
  let survival = 1;
  let first = 0;
  let second = 0;
  for (let at = from; at < end;) {
    const time = times[order[at] ?? 0] ?? 0;
    const atRisk = end - at;
    let ofFirst = 0;
    let ofSecond = 0;
    for (; at < end; at += 1) {
      const life = order[at] ?? 0;
      if (times[life] !== time) break;
      if (causes[life] === 0) ofFirst += 1;
      else if (causes[life] === 1) ofSecond += 1;
    }
    if (ofFirst + ofSecond === 0) continue;
    first += (survival * ofFirst) / atRisk;
    second += (survival * ofSecond) / atRisk;
    survival *= 1 - (ofFirst + ofSecond) / atRisk;
    visit(time, first, second);
  }
}
