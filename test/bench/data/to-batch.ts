import type { ReadBatch } from '../../../lib/messages/protocol';
import type { DealRead } from '../../../lib/deal/deal';

/** How the stored deals of the benchmark are called: their keys begin with it. */
export const CRM = 'bench';

/** The most deals that one message may carry. */
export const BATCH = 500;

export interface BatchOptions {
  /** The page's host; it is the tenant as well. */
  readonly host: string;
  /** Unique among all that is ever sent. */
  readonly name: string;
  /** How many deals the page says there are. */
  readonly total: number;
  readonly at: string;
}

/** One message of the reader: a page of the list of all deals, looked at once. */
export function toBatch(reads: readonly DealRead[], { host, name, total, at }: BatchOptions): ReadBatch {
  return {
    batchId: name,
    crm: CRM,
    label: 'Bench CRM',
    tenant: { tenant: host, host },
    url: `http://${host}/deals?page=${name}`,
    view: { kind: 'list', name: '/deals', scope: 'All' },
    viewedAt: at,
    reads,
    problems: [],
    rendered: reads.length,
    statedTotal: total,
    totalOf: 'all',
    at,
  };
}

/** Pieces of at most so many, in order. */
export function inPieces<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) =>
    all.slice(at * most, (at + 1) * most),
  );
}
