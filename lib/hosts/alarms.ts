import { browser } from 'wxt/browser';

/** What happens by the clock, also while no page of ours is open. */
export interface ByTheClock {
  /** After midnight, on the user's clock. */
  readonly everyDay: () => void;
  readonly everyHour: () => void;
}

/**
 * Wakes the worker after midnight and every hour. Alarms outlive the worker, and may be gone after a restart of the
 * browser: every start of the worker sets them.
 */
export function serveAlarms({ everyDay, everyHour }: ByTheClock): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === 'hour') everyHour();
    if (name !== 'midnight') return;
    everyDay();
    setMidnight();
  });
  setMidnight();
  void browser.alarms.get('hour').then((alarm) => {
    if (alarm === undefined) void browser.alarms.create('hour', { periodInMinutes: 60 });
  });
}

function setMidnight(): void {
  const midnight = Temporal.Now.zonedDateTimeISO().startOfDay().add({ days: 1 }).epochMilliseconds;
  void browser.alarms.create('midnight', { when: midnight + 1000 });
}
