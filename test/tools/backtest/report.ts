import { readCompany } from './read-company';
import { type Score, score } from './score';
import { scopesOf } from './scopes';
import { Unusable } from './unusable';
import { walk } from './walk';

interface ReportOptions {
  /** All that the data have where none is named. */
  readonly scopes: readonly string[] | undefined;
  readonly months: number;
  readonly json: boolean;
}

/** Lines of the table of methods, one scope after the other, as they are made. */
export function* report(folder: string, { scopes, months, json }: ReportOptions): Generator<string> {
  const company = readCompany(folder);
  const all = scopesOf(company);
  const missing = scopes?.find((name) => !Object.hasOwn(all, name));
  if (missing !== undefined)
    throw new Unusable(`These deals have no ${missing}; they have: ${Object.keys(all).join(', ')}.`);
  if (!json) {
    yield `${company.name}: ${company.deals.length} deals, closings from ${company.dataStart} to ${company.knownUntil}`;
    yield 'Forecasts of each month and quarter at 0, 25, 50 and 75 % of it; errors in % of what the periods brought.';
  }
  for (const [scope, parts] of Object.entries(all)) {
    if (scopes !== undefined && !scopes.includes(scope)) continue;
    const outcomes = parts.flatMap((part) => walk(part, { months }));
    if (outcomes.length === 0) {
      yield json ? JSON.stringify({ scope, periods: 0 }) : `\n${scope}: too short a past to score`;
      continue;
    }
    const scores = score(outcomes);
    if (json) yield JSON.stringify({ scope, of: parts.length, ...scores });
    else yield* table(parts.length === 1 ? scope : `${scope} (${parts.length})`, scores);
  }
}

function* table(title: string, scores: Score): Generator<string> {
  const { periods, forecasts, wape, baselines } = scores;
  yield `\n${title}: ${periods} periods, ${forecasts} forecasts`;
  yield `  ${'method'.padEnd(18)}${'WAPE'.padStart(8)}${'forecast / it'.padStart(15)}`;
  yield `  ${'forecast'.padEnd(18)}${wape.toFixed(1).padStart(8)}`;
  for (const [name, error] of Object.entries(baselines)) {
    yield `  ${name.padEnd(18)}${error.toFixed(1).padStart(8)}${(wape / error).toFixed(2).padStart(15)}`;
  }
  yield `  bias ${scores.bias.toFixed(1)} %   pinball ${scores.pinball.toFixed(2)} %   pHit off by ${scores.hitError.toFixed(0)} points`;
  yield `  P10-P90 holds ${scores.inside.toFixed(0)} % (below ${scores.below.toFixed(0)}, above ${scores.above.toFixed(0)}); 80 is meant`;
  yield `  deals: Brier ${scores.brier.toFixed(3)}, AUC ${scores.auc.toFixed(3)}, calibration off by ${scores.calibration.toFixed(3)}`;
}
