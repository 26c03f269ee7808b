import { aalenJohansen } from '../stats/aalen-johansen';
import { endOf } from './end-of';
import type { Curve } from './incidence-share';
import { livesIn } from './lives-in';
import type { Part } from './part';
import type { Journey } from './pass-columns';

/** The curves of passes on a journey of which cause 0 is the wanted end and 1 the other. */
export function incidenceCurve(part: Part, journey: Journey): Curve {
  return { steps: aalenJohansen(livesIn(part, journey), part), end: endOf(part, journey) };
}
