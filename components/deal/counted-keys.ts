import type { Counted } from '../../lib/pipeline/list/list-filter';

/** Message of each way in which a deal stands to the sums; message keys allow no hyphen. */
export const countedKeys = {
  sum: 'counted.sum',
  weighted: 'counted.weighted',
  apart: 'counted.apart',
  'no-amount': 'counted.noAmount',
  'no-odds': 'counted.noOdds',
  'no-date': 'counted.noDate',
  'close-date': 'counted.closeDate',
  rounded: 'counted.rounded',
} as const satisfies Record<Counted, string>;
