import { learnNames, type CalendarNames } from './learn-names';

/** The names of months and weekdays; what was not learnt before is learnt now, all at once. */
export function calendarNames(): CalendarNames {
  const learning = learnNames();
  for (;;) {
    const step = learning.next();
    if (step.done === true) return step.value;
  }
}
