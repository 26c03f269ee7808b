import { useMemo } from 'react';
import type { LeadsQuery } from '../../lib/handoff/leads/leads-shown';
import type { LeadList } from '../../lib/store/read-lead-list';
import type { PassesQuery, PassList } from '../../lib/handoff/passes-shown';
import type { HandoffQuery, HandoffReport } from '../../lib/handoff/handoff-report';
import { usePlatform, type Live } from '../hooks/platform';
import { useLive } from '../hooks/use-live';

/** Handoff quality; `undefined` while it is not known, or not said of what. */
export function useHandoffs(query: HandoffQuery | undefined): HandoffReport | undefined {
  const platform = usePlatform();
  // By its text: the same question made anew is no other question.
  const wish = `${query === undefined ? '' : JSON.stringify(query)}`;
  const live = useMemo(
    () => (wish === '' ? noReport : platform.handoffs(JSON.parse(wish) as HandoffQuery)),
    [platform, wish],
  );
  return useLive(live);
}

/** The passes of a figure, likewise. */
export function usePasses(query: PassesQuery | undefined): PassList | undefined {
  const platform = usePlatform();
  const wish = `${query === undefined ? '' : JSON.stringify(query)}`;
  const live = useMemo(
    () => (wish === '' ? noPasses : platform.passes(JSON.parse(wish) as PassesQuery)),
    [platform, wish],
  );
  return useLive(live);
}

/** The leads or deals of a figure, likewise. */
export function useLeads(query: LeadsQuery | undefined): LeadList | undefined {
  const platform = usePlatform();
  const wish = `${query === undefined ? '' : JSON.stringify(query)}`;
  const live = useMemo(
    () => (wish === '' ? noLeads : platform.leads(JSON.parse(wish) as LeadsQuery)),
    [platform, wish],
  );
  return useLive(live);
}

const noLeads: Live<LeadList> = { subscribe: () => () => {}, get: () => undefined };
const noReport: Live<HandoffReport> = { subscribe: () => () => {}, get: () => undefined };
const noPasses: Live<PassList> = { subscribe: () => () => {}, get: () => undefined };
