import type { Deal, DealChange } from '../deal/deal';
import type { Conversion } from '../handoff/lead-input-of';
import { changedKeys, type ChangedKeys } from './columns/changed-keys';
import type { Database } from './database';
import { areFew, eachOfKeys, eachStray } from './each-deal';
import { readConversions } from './read-conversions';
import { readLeadsReach } from './read-leads-reach';
import type { Moment, StoredInMaking, StoredPasses } from './read-passes';
import { readRules } from './read-rules';
import { readState } from './read-state';
import { readVerdicts } from './read-verdicts';

const step = 500;

/**
 * The same as `readPasses`, from what was found before: only deals that have been written since are read, those whose
 * verdicts or leads are others, and those of which another instant may tell something else.
 *
 * @param before Of no use afterwards: its parts go on.
 * @returns `undefined` where everything has to be found anew: on another day, by other rules, after rows were taken out, where the
 *   store or its columns are others, and where so many deals were written that reading all is quicker.
 */
export async function followPasses(
  database: Database,
  moment: Moment,
  before: StoredPasses,
): Promise<StoredPasses | undefined> {
  const { making, nameOf } = before;
  const { passes, leads, strays } = making;
  const state = await readState(database);
  const { mark: columns, changed } = await changedKeys(database, making.columns);
  const rules = await readRules(database, moment);
  if (changed === undefined || state === undefined || making.uuid !== state.uuid) return undefined;
  if (making.rules !== rules.text || !isLater(moment, making.moment)) return undefined;
  const asOf = Date.parse(moment.now);
  const reach = await readLeadsReach(database);
  const given = {
    asOf,
    rules: rules.at(asOf),
    verdicts: await readVerdicts(database, nameOf),
    conversions: await conversionsOf(database, before, { leadsOf: state.leads, reach }),
  };
  passes.moveTo(given);
  if (!(await addAgain(database, { before, changed, given }))) return undefined;
  const { uuid, leads: leadsOf } = state;
  return {
    ...before,
    book: passes.result(),
    leads: leads.result(),
    rules: given.rules,
    asOf,
    making: { moment, uuid, rules: rules.text, columns, leadsOf, reach, given, passes, leads, strays },
  };
}

function isLater(moment: Moment, than: Moment): boolean {
  return moment.today === than.today && moment.zone === than.zone && moment.now >= than.now;
}

/** All leads are gone through where any was written, or of a CRM more or fewer are read now. */
async function conversionsOf(
  database: Database,
  { making, nameOf }: StoredPasses,
  { leadsOf, reach }: Pick<StoredInMaking, 'leadsOf' | 'reach'>,
): Promise<ReadonlyMap<string, readonly Conversion[]>> {
  const { leads, given } = making;
  const isSame = [...new Set([...reach.keys(), ...making.reach.keys()])].every(
    (tenant) => reach.get(tenant) === making.reach.get(tenant),
  );
  if (isSame && making.leadsOf === leadsOf) return given.conversions;
  leads.dropLeads(reach);
  return readConversions(database, { nameOf, visit: leads.addLead });
}

interface Again {
  readonly before: StoredPasses;
  readonly changed: ChangedKeys;
  readonly given: StoredInMaking['given'];
}

/** @returns False where these are not few. */
async function addAgain(database: Database, { before, changed, given }: Again): Promise<boolean> {
  const { passes, leads, strays, given: last } = before.making;
  const keys = new Set([
    ...changed.deals,
    ...passes.unsettled(),
    ...differing(last.verdicts, given.verdicts),
    ...differing(last.conversions, given.conversions),
  ]);
  if (!(await areFew(database, keys.size))) return false;
  const add = (deal: Deal, own: readonly DealChange[]) => {
    passes.add(deal, own);
    leads.addDeal(deal);
  };
  if (changed.hasStrays || [...strays].some((key) => keys.has(key))) {
    for (const key of strays) {
      passes.drop(key);
      leads.dropDeal(key);
    }
    strays.clear();
    await eachStray(database, (stray, own) => {
      strays.add(stray.key);
      add(stray, own);
    });
  }
  await eachOfKeys(database, { step, keys: [...keys].filter((key) => !strays.has(key)) }, add);
  return true;
}

/** Keys that the two say different things of. */
function differing(
  some: ReadonlyMap<string, readonly object[]>,
  others: ReadonlyMap<string, readonly object[]>,
): readonly string[] {
  if (some === others) return [];
  return [...new Set([...some.keys(), ...others.keys()])].filter(
    (key) => JSON.stringify(some.get(key)) !== JSON.stringify(others.get(key)),
  );
}
