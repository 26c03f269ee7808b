import type { CurrencyRate, Settings } from '../../lib/deal/settings';
import type { Target } from '../../lib/deal/target';
import { converter } from '../../lib/pipeline/converter';
import { scopeCoverage, type ScopeCoverage } from '../../lib/pipeline/coverage/scope-coverage';
import type { FactSum, PipelineFacts } from '../../lib/pipeline/facts/facts';
import { scopeSums } from '../../lib/pipeline/facts/scope-sums';
import { scopeRule } from '../../lib/pipeline/scope/scope-rule';
import { periodId } from '../../lib/pipeline/targets/period-id';
import { targetOn } from '../../lib/pipeline/targets/target-on';

/** One line of the table of coverage. */
export interface CoverageRow {
  readonly scope: string;
  readonly won: FactSum;
  readonly open: FactSum;
  /** Past periods that tell something. */
  readonly periods: number;
  /** `undefined`: no target is set. */
  readonly coverage: ScopeCoverage | undefined;
  /** The target is in a currency that has no rate. */
  readonly isWithoutRate: boolean;
}

/**
 * Everyone, each team, in the order of their names the persons who have deals or a target, and the segments. The line of
 * a team or segment is computed for it, and never added up from others.
 */
export function coverageRows(
  facts: PipelineFacts,
  given: {
    readonly settings: Settings;
    readonly targets: readonly Target[];
    readonly rates: readonly CurrencyRate[];
    /** Scopes of the segments that have a line. */
    readonly segments?: readonly string[] | undefined;
    /** What the forecast of one scope expects of deals not yet created; of the others past periods tell. */
    readonly forecast?: { readonly scope: string; readonly newMinor: number } | undefined;
  },
): readonly CoverageRow[] {
  const { settings, targets, rates, segments = [], forecast } = given;
  const { period, today, currency } = facts.options;
  const convert = converter(rates, currency);
  const withTarget = targets.filter((target) => target.period === periodId(period)).map(({ scope }) => scope);
  const persons = new Set([
    ...withTarget.filter((scope) => scope.startsWith('person:')),
    ...[...facts.open.owner.keys(), ...facts.wonNow.owner.keys()]
      .filter(Boolean)
      .map((owner) => `person:${owner}`),
  ]);
  const scopes = [
    'all',
    ...(settings.teams ?? []).map(({ name }) => `team:${name}`),
    ...[...persons].toSorted((a, b) => a.localeCompare(b)),
    ...segments,
  ];
  return scopes.map((scope): CoverageRow => {
    const own = scopeSums(facts, scopeRule(scope, settings.teams));
    const target = targetOn(targets, { scope, period, on: today });
    const targetMinor = target && convert(target.amountMinor, target.currency, today);
    return {
      scope,
      won: own.won,
      open: own.open,
      periods: own.points.filter(({ openMinor }) => openMinor > 0).length,
      coverage: scopeCoverage(own, targetMinor, forecast?.scope === scope ? forecast.newMinor : undefined),
      isWithoutRate: target !== undefined && targetMinor === undefined,
    };
  });
}
