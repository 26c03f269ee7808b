import { defaultProcess } from '../deal/default-process';
import type { Mapping } from '../deal/mapping';
import { processOn } from '../deal/process-on';
import type { Verdict } from '../deal/verdict';
import { leadsInMaking } from '../handoff/leads/leads-in-making';
import { passesInMaking } from '../handoff/passes-in-making';
import type { Passes } from '../handoff/found-on';
import type { VerdictInput } from '../handoff/request';
import { oneNameEach } from '../handoff/one-name-each';
import { rulesOf, type EndStage } from '../handoff/rules-of';
import type { Database } from './database';
import { readConversions } from './read-conversions';
import { eachStored, type Zoned } from './each-deal';
import { readSettings } from './settings';

/** A day on the user's calendar, `YYYY-MM-DD`, and the instant, ISO 8601 UTC. */
export interface Moment extends Zoned {
  readonly today: string;
  readonly now: string;
}

const step = 500;

/**
 * The passes of all stored deals by every version of the rules, with what names people there: streamed, and for a worker,
 * since 100,000 deals with their changes take seconds.
 */
export async function readPasses(
  database: Database,
  { today, now, zone }: Moment,
): Promise<Passes & { readonly nameOf: (name: string) => string }> {
  const [settings, stored, verdicts, ends, syncs] = await Promise.all([
    readSettings(database),
    database.process.toArray(),
    database.verdicts.toArray(),
    readEnds(database),
    database.syncs.toArray(),
  ]);
  const versions = stored.length > 0 ? stored.toSorted(byFrom) : [defaultProcess(today, zone)];
  const nameOf = oneNameEach(processOn(versions, today));
  const asOf = Date.parse(now);
  const teams = settings.teams ?? [];
  const rules = versions.map((version) => rulesOf(version, { nameOf, teams, ends, asOf }));
  const unread = syncs.filter(({ leadsReach = 'whole' }) => leadsReach !== 'whole');
  const leads = leadsInMaking(today, new Set(unread.map(({ tenant }) => tenant)));
  const making = passesInMaking({
    asOf,
    today,
    rules,
    nameOf,
    verdicts: byDeal(verdicts, nameOf),
    conversions: await readConversions(database, { nameOf, visit: leads.addLead }),
  });
  await eachStored(database, { step }, (deal, own) => {
    making.add(deal, own);
    leads.addDeal(deal);
  });
  return {
    book: making.result(),
    leads: leads.result(),
    rules,
    isSet: stored.length > 0,
    asOf,
    today,
    nameOf,
  };
}

/** Stages that the CRM calls won or lost, where it does so of one name alone, or the user has. */
async function readEnds(database: Database): Promise<readonly EndStage[]> {
  const outcomes = new Map<string, string>();
  const say = (name: string, outcome: string | null | undefined) => {
    const known = outcomes.get(name);
    if (outcome) outcomes.set(name, known === undefined || known === outcome ? outcome : 'both');
  };
  for (const { stage, outcome } of await database.stages.toArray()) say(stage, outcome);
  for (const { stages } of await database.table<Mapping, [string, string]>('mappings').toArray())
    for (const { name, outcome } of stages) say(name, outcome);
  return [...outcomes].flatMap(([name, outcome]) =>
    outcome === 'won' || outcome === 'lost' ? [{ name, outcome }] : [],
  );
}

function byDeal(
  verdicts: readonly Verdict[],
  nameOf: (name: string) => string,
): ReadonlyMap<string, readonly VerdictInput[]> {
  const found = new Map<string, VerdictInput[]>();
  for (const { deal, attempt, passedAt, decision = null, hot = null, reason = null, at, by } of verdicts) {
    const instant = Date.parse(at);
    const within = Date.parse(passedAt ?? at);
    const one = { deal, attempt, within, decision, hot, reason, at: { from: instant, to: instant } };
    const own = found.get(deal) ?? [];
    found.set(deal, own);
    own.push({ ...one, by: by === undefined ? null : nameOf(by) });
  }
  return found;
}

function byFrom(a: { readonly from: string }, b: { readonly from: string }): number {
  return a.from < b.from ? -1 : 1;
}
