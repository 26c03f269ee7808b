import { grouped } from '../deal/grouped';
import { accountsInMaking } from './accounts-in-making';
import { dealFacts } from './deal-facts';
import { finishPasses, type Handoff } from './finish-passes';
import { foundPasses } from './found-passes';
import type { HandoffRequest } from './request';
import { setting as settingOf } from './setting';

/** Every pass of the request, by date and then by deal. */
export function handoffsOf(request: HandoffRequest): readonly Handoff[] {
  const { asOf, deals, process, fields, calendar } = request;
  const setting = settingOf(request.people, process, asOf);
  const dealOf = ({ deal }: { readonly deal: string | null }) => deal;
  const leads = grouped(request.leads, dealOf);
  const verdicts = grouped(request.verdicts, dealOf);
  const changes = grouped(request.changes, dealOf);
  const existing = deals.filter(
    ({ createdAt }) => createdAt === null || createdAt.to <= asOf || createdAt.from <= asOf,
  );
  const accounts = accountsInMaking();
  const found = existing.flatMap((deal) => {
    const parts = {
      leads: leads.get(deal.id) ?? [],
      verdicts: verdicts.get(deal.id) ?? [],
      changes: changes.get(deal.id) ?? [],
    };
    const facts = dealFacts(deal, parts, asOf);
    accounts.add(facts.deal);
    return foundPasses(facts, setting, { fields, unseen: [] });
  });
  const areTouchesKnown = deals.some(
    ({ firstTouchAt }) => firstTouchAt !== null && firstTouchAt.from <= asOf,
  );
  return finishPasses(found, {
    setting,
    calendar,
    isNew: accounts.result().isNew,
    isTouchKnown: () => areTouchesKnown,
  });
}
