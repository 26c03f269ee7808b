import { converter } from '../pipeline/converter';
import { scopeRule } from '../pipeline/scope/scope-rule';
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
 * What forecast and record are made of, read alike: settings, stages, targets, which deals are of the scope, and all
 * stored deals, streamed.
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
    rule: scopeRule(scope, settings.teams),
    each: (visit: VisitDeal) => eachDeal(database, { step, zone }, visit),
  };
}
