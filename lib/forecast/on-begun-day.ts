import type { Model } from './fit-model';

/**
 * What was learned, for a first day of which only a share is still to come: so much less happens on it. The days after it
 * are as they were.
 *
 * @param rest 0..1
 */
export function onBegunDay(model: Model, rest: number): Model {
  if (rest === 1) return model;
  const { until, factors } = model;
  const first = until - factors.firstDay;
  return {
    ...model,
    factors: {
      ...factors,
      win: lessAt(first, factors.win, rest),
      loss: lessAt(first, factors.loss, rest),
      move: lessAt(first, factors.move, rest),
    },
    creation: lessAt(0, model.creation, rest),
    pace: lessAt(0, model.pace, rest),
    unbornPace: lessAt(0, model.unbornPace, rest),
  };
}

function lessAt(day: number, days: Float64Array, rest: number): Float64Array {
  // What was learned of a day serves other forecasts as well.
  const own = days.slice();
  own[day] = (own[day] ?? 0) * rest;
  return own;
}
