import type { Verdict } from '../../../lib/deal/verdict';
import type { HandoffRow } from '../../../lib/handoff/handoff-row';

export const verdict: Verdict = {
  deal: 'tryton|crm.example.com/sales|7',
  attempt: 1,
  at: '2026-03-04T10:00:00.000Z',
  decision: 'rejected',
  reason: 'no authority',
  note: 'Only an intern so far',
};
/** A pass that nobody has decided. */
export const handoffRow: HandoffRow = {
  key: 'tryton|crm.example.com/sales|7|1',
  deal: 'tryton|crm.example.com/sales|7',
  attempt: 1,
  from: 'Ida',
  to: null,
  passedNotBefore: '2026-03-01T10:00:00.000Z',
  passedAt: '2026-03-01T12:00:00.000Z',
  rule: 1,
  decision: 'undecided',
  decidedNotBefore: null,
  decidedAt: null,
  reason: null,
  hoursToAccept: null,
  audit: [{ check: 'fields-filled', answer: 'no', rests: { code: 'empty', fields: ['need'] } }],
  seenAt: '2026-03-02T10:00:00.000Z',
  madeAt: '2026-03-02T10:00:01.000Z',
  until: '2026-03-31T12:00:00.000Z',
};
