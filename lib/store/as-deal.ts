import type { Deal } from '../deal/deal';
import type { Placed } from './columns/column-rows';
import type { UnidentifiedDeal } from './rows';

/** A row without id in the shape of a deal: its fingerprint stands in for the id, and `?` keeps it apart from all ids. */
export function asDeal(row: Placed<UnidentifiedDeal>): Deal {
  const { view: _view, fingerprint, boundTo: _boundTo, slot: _slot, ...deal } = row;
  return { ...deal, id: `?${fingerprint}` };
}
