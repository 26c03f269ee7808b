import { converter } from '../pipeline/converter';
import { scopeOwners } from '../pipeline/scope/scope-owners';
import type { Database } from './database';
import { eachDeal, type VisitDeal, type Zoned } from './each-deal';
import { readStages } from './read-stages';
import { readSettings } from './settings';
import { targetsOf } from './targets';

interface ScopeQuery extends Zoned {
  /** Reporting currency. */
  readonly currency: string;
  /** See `scopeId`. */
  readonly scope: string;
}

/** Deals that are read at a time. */
const step = 500;

/**
 * What forecast and record are made of, read alike: settings, stages, targets, whose deals are of the scope (`undefined`:
 * everybody's), and all stored deals, streamed.
 */
export async function readScope(database: Database, { currency, scope, zone }: ScopeQuery) {
  const [settings, rates, targets, stages] = await Promise.all([
    readSettings(database),
    database.rates.toArray(),
    targetsOf(database).toArray(),
    readStages(database),
  ]);
  return {
    settings,
    targets,
    stages,
    convert: converter(rates, currency),
    owners: scopeOwners(scope, settings.teams),
    each: (visit: VisitDeal) => eachDeal(database, { step, zone }, visit),
  };
}
