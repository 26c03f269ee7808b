import { eachIncidence } from '../stats/each-incidence';
import { endOf } from './end-of';
import type { Reached } from './incidence-share';
import { livesIn } from './lives-in';
import type { Part } from './part';
import type { Journey } from './pass-columns';

/** What the curves of passes on a journey come to. */
export function incidenceReached(part: Part, journey: Journey): Reached {
  let wanted = 0;
  let other = 0;
  eachIncidence(livesIn(part, journey), part, (_, first, second) => {
    wanted = first;
    other = second;
  });
  return { wanted, other, end: endOf(part, journey) };
}
