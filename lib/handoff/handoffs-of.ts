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
  const [leads, verdicts, changes] = [group(request.leads), group(request.verdicts), group(request.changes)];
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
    isNew: accounts.result(),
    isTouchKnown: () => areTouchesKnown,
  });
}

function group<Row extends { readonly deal: string | null }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.deal === null) continue;
    const own = groups.get(row.deal);
    if (own === undefined) groups.set(row.deal, [row]);
    else own.push(row);
  }
  return groups;
}
