import type { DealInput, ForecastRequest } from '../../../lib/forecast/request';

/** A deal of which only the named facts matter. */
export function deal(id: string, facts: Partial<DealInput> = {}): DealInput {
  return {
    id,
    createdAt: '2026-01-05',
    stage: 'Open',
    stageSince: null,
    status: 'open',
    amount: 1000,
    owner: null,
    closedAt: null,
    closedAmount: null,
    expectedCloseDate: null,
    lastSeenAt: null,
    history: [],
    team: null,
    region: null,
    product: null,
    source: null,
    ...facts,
  };
}

export function request(deals: readonly DealInput[], facts: Partial<ForecastRequest> = {}): ForecastRequest {
  return {
    id: 'r',
    asOf: '2026-04-11',
    dataStart: '2026-01-01',
    stages: [{ id: 'Open', order: 1, probability: 0.4 }],
    periods: [{ id: 'April', start: '2026-04-01', end: '2026-05-01', target: 5000 }],
    deals,
    ...facts,
  };
}
