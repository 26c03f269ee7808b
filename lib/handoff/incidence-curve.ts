import { aalenJohansen, eachIncidence, type Lives } from '../stats/aalen-johansen';
import type { Curve, Reached } from './incidence-share';
import type { Part } from './part';
import type { Journey } from './pass-columns';

/** The curves of passes on a journey of which cause 0 is the wanted end and 1 the other. */
export function incidenceCurve(part: Part, journey: Journey): Curve {
  return { steps: aalenJohansen(livesOf(part, journey), part), end: endOf(part, journey) };
}

/** What these curves come to. */
export function incidenceReached(part: Part, journey: Journey): Reached {
  let wanted = 0;
  let other = 0;
  eachIncidence(livesOf(part, journey), part, (_, first, second) => {
    wanted = first;
    other = second;
  });
  return { wanted, other, end: endOf(part, journey) };
}

function livesOf({ columns, orders }: Part, journey: Journey): Lives {
  const { times, causes } = columns.journeys[journey];
  return { times, causes, order: orders[journey] };
}

/** How long the one was watched that was watched longest. */
function endOf({ columns, orders, from, to }: Part, journey: Journey): number {
  const last = orders[journey][to - 1];
  return to === from || last === undefined ? 0 : (columns.journeys[journey].times[last] ?? 0);
}
