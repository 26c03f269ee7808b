import type { ReadSource } from '../deal/evidence-of-read';
import type { ReadBatch } from '../messages/protocol';
import { viewName } from './view-name';

/** Where the reads of a page's batch were made, and as whom. */
export function sourceOf({ crm, tenant, view, seenAs }: ReadBatch): ReadSource {
  return { crm, ...tenant, view: viewName(view), from: 'page', seenAs };
}
