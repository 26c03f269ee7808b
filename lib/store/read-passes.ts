import type { LeadsReach } from '../deal/lead';
import type { Passes } from '../handoff/found-on';
import { leadsInMaking } from '../handoff/leads/leads-in-making';
import { passesInMaking, type PassesGiven } from '../handoff/passes-in-making';
import { changedKeys, type ColumnsMark } from './columns/changed-keys';
import type { Database } from './database';
import { eachStored, type Zoned } from './each-deal';
import { readConversions } from './read-conversions';
import { readLeadsReach } from './read-leads-reach';
import { readRules } from './read-rules';
import { readState } from './read-state';
import { readVerdicts } from './read-verdicts';

/** A day on the user's calendar, `YYYY-MM-DD`, and the instant, ISO 8601 UTC. */
export interface Moment extends Zoned {
  readonly today: string;
  readonly now: string;
}

/** The passes of a store. */
export type StoredPasses = Passes & {
  /** The one name of a person who has several. */
  readonly nameOf: (name: string) => string;
  /** What a later finding goes on from. */
  readonly making: StoredInMaking;
};

/** Passes and leads in making, and which state of the store they are of. */
export interface StoredInMaking {
  readonly moment: Moment;
  readonly uuid: string | undefined;
  /** See `StoredRules`. */
  readonly rules: string;
  /** Of the columns before any deal was read. */
  readonly columns: ColumnsMark | undefined;
  /** See `StoreState.leads`. */
  readonly leadsOf: number | undefined;
  /** See `readLeadsReach`. */
  readonly reach: ReadonlyMap<string, LeadsReach>;
  readonly given: Required<PassesGiven>;
  readonly passes: ReturnType<typeof passesInMaking>;
  readonly leads: ReturnType<typeof leadsInMaking>;
  /** Keys of the rows without id that are counted. */
  readonly strays: Set<string>;
}

const step = 500;

/**
 * The passes of all stored deals by every version of the rules, with what names people there: streamed, and for a worker,
 * since 100,000 deals with their changes take seconds. See `followPasses` for what comes afterwards.
 */
export async function readPasses(database: Database, moment: Moment): Promise<StoredPasses> {
  // First of all: what is written from here on is read again by whoever goes on.
  const state = await readState(database);
  const { mark: columns } = await changedKeys(database, undefined);
  const rules = await readRules(database, moment);
  const { nameOf, isSet } = rules;
  const { today } = moment;
  const asOf = Date.parse(moment.now);
  const reach = await readLeadsReach(database);
  const leads = leadsInMaking(today, reach);
  const given = {
    asOf,
    rules: rules.at(asOf),
    verdicts: await readVerdicts(database, nameOf),
    conversions: await readConversions(database, { nameOf, visit: leads.addLead }),
  };
  const passes = passesInMaking({ today, nameOf, ...given });
  const strays = new Set<string>();
  await eachStored(database, { step }, (deal, own) => {
    passes.add(deal, own);
    leads.addDeal(deal);
    if (deal.id.startsWith('?')) strays.add(deal.key);
  });
  return {
    book: passes.result(),
    leads: leads.result(),
    rules: given.rules,
    isSet,
    asOf,
    today,
    nameOf,
    making: {
      moment,
      uuid: state?.uuid,
      rules: rules.text,
      columns,
      leadsOf: state?.leads,
      reach,
      given,
      passes,
      leads,
      strays,
    },
  };
}
