import { dealKey } from '../deal/deal-key';
import type { Adapter, AnchoredRead, ReadProblem, ReadResult, Tenant } from './adapter';
import type { Steps } from './dom/in-slices';
import { rowFingerprint } from './read-names';
import type { ReadAnchor, ReaderState } from './reader-channel';

export type ReadPage = Extract<ReadResult, { kind: 'read' }>;

/** Who reads the page, and what else is known of what it shows. */
export interface Sight {
  readonly adapter: Adapter;
  readonly tenant: Tenant;
  /** Rows without id that are known to be a deal: fingerprint to key. */
  readonly bound: ReadonlyMap<string, string>;
  readonly refusals: readonly ReadProblem[];
  readonly isStored: boolean;
}

/** What others are told of a page that was read. */
export function* stateOf(result: ReadPage, sight: Sight): Steps<ReaderState> {
  const { view, rendered, statedTotal } = result;
  const problems = [...sight.refusals, ...result.problems];
  const anchors: ReadAnchor[] = [];
  for (const deal of result.deals) {
    yield;
    const anchor = anchorOf(deal, sight);
    if (anchor !== undefined) anchors.push(anchor);
  }
  const { adapter, tenant, isStored } = sight;
  return { ...whoReads(adapter, tenant), view, anchors, problems, rendered, statedTotal, stored: isStored };
}

/** What others are told of a page without deals. */
export function noDeals(adapter: Adapter | undefined, tenant: Tenant | undefined): ReaderState {
  return {
    ...whoReads(adapter, tenant),
    view: undefined,
    anchors: [],
    problems: [],
    rendered: 0,
    statedTotal: undefined,
    stored: true,
  };
}

function anchorOf(
  { anchor, text, read }: AnchoredRead,
  { adapter, tenant, bound }: Sight,
): ReadAnchor | undefined {
  if (anchor === undefined) return undefined;
  const shown = { anchor, read, ...(text === undefined ? {} : { text }) };
  if (read.id !== undefined) return { ...shown, key: dealKey(adapter.crm, tenant.tenant, read.id) };
  const fingerprint = rowFingerprint(read);
  const key = bound.get(fingerprint);
  return { ...shown, ...(key === undefined ? { fingerprint } : { key }) };
}

function whoReads(adapter: Adapter | undefined, tenant: Tenant | undefined) {
  return { crm: adapter?.crm, label: adapter?.label ?? '', canSync: adapter?.canSync ?? false, tenant };
}
