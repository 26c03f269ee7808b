import { aalenJohansen, type CompetingLife } from '../stats/aalen-johansen';
import type { Curve } from './incidence-share';

/** The curves of some lives, of which cause 0 is the wanted one and 1 the other. */
export function incidenceCurve(lives: readonly CompetingLife[]): Curve {
  return {
    steps: aalenJohansen(lives, 2),
    end: lives.reduce((most, { time }) => Math.max(most, time), 0),
  };
}
