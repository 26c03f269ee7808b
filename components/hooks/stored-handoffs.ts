import type { PassesQuery, PassList } from '../../lib/handoff/passes-shown';
import type { HandoffQuery, HandoffReport } from '../../lib/handoff/handoff-report';
import type { LeadsQuery } from '../../lib/handoff/leads/leads-shown';
import type { LeadList } from '../../lib/store/read-lead-list';
import { followStore } from './follow-store';
import { askHandoffs, holdHandoffWorker, storeFound } from './handoff-worker';
import type { Clock } from './held-glance';
import { inOwnZone } from './in-own-zone';
import { localHour } from './local-hour';
import type { Live } from './platform';

/** Handoff quality of a period and a choice, made by the page's worker, that follows the store and the hour. */
export function storedHandoffs(
  query: HandoffQuery,
  clock: Clock,
  onFault: (fault: unknown) => void,
): Live<HandoffReport> {
  return held(
    followStore(
      async (signal) => {
        const moment = momentOf(clock);
        const report = await askHandoffs({ kind: 'report' as const, query, ...moment });
        void storeFound(moment, signal);
        return report;
      },
      onFault,
      { hourOf: () => localHour(clock.now()) },
    ),
  );
}

/** The passes of one figure, likewise. */
export function storedPasses(
  query: PassesQuery,
  clock: Clock,
  onFault: (fault: unknown) => void,
): Live<PassList> {
  return held(
    followStore(() => askHandoffs({ kind: 'passes' as const, query, ...momentOf(clock) }), onFault, {
      hourOf: () => localHour(clock.now()),
    }),
  );
}

/** The leads or deals of one figure, likewise. */
export function storedLeads(
  query: LeadsQuery,
  clock: Clock,
  onFault: (fault: unknown) => void,
): Live<LeadList> {
  return held(
    followStore(() => askHandoffs({ kind: 'leads' as const, query, ...momentOf(clock) }), onFault, {
      hourOf: () => localHour(clock.now()),
    }),
  );
}

function momentOf({ today, now }: Clock) {
  return inOwnZone({ today: today(), now: now() });
}

/** The worker lives as long as somebody listens. */
function held<T>(live: Live<T>): Live<T> {
  return {
    get: live.get,
    subscribe(listener) {
      const letGo = holdHandoffWorker();
      const stop = live.subscribe(listener);
      return () => {
        stop();
        letGo();
      };
    },
  };
}
