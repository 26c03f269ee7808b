import type { Lives } from '../stats/lives';
import type { Part } from './part';
import type { Journey } from './pass-columns';

/** A part's passes on a journey; those that count are a stretch of them, from `part.from` to `part.to`. */
export function livesIn({ columns, orders }: Part, journey: Journey): Lives {
  const { times, causes } = columns.journeys[journey];
  return { times, causes, order: orders[journey] };
}
