import { JOURNEYS, type Journey } from './pass-columns';

/** Something of each journey. */
export function eachJourney<T>(of: (journey: Journey) => T): Readonly<Record<Journey, T>> {
  return Object.fromEntries(JOURNEYS.map((journey) => [journey, of(journey)])) as Record<Journey, T>; // each once
}
