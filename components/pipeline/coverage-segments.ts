import type { FactSum, PipelineFacts } from '../../lib/pipeline/facts/facts';
import { scopeId } from '../../lib/pipeline/scope/scope-id';
import { segmentFields, type SegmentField } from '../../lib/pipeline/scope/segments';
import type { SegmentChoice } from './segment-choices';

/** The segments of one field, of which the table of coverage can have lines. */
export interface CoverageSegments extends SegmentChoice {
  /** Deals that are open, or were won in the period, and how many of them show no value: these are on no line. */
  readonly deals: number;
  readonly without: number;
}

/**
 * The fields of which there are two values at least: shown by deals that are open or were won in the period, or with a target.
 *
 * @param withTarget Scopes that have a target in the period: they have a line, with deals or without.
 */
export function coverageSegments(
  { open, wonNow, tooMany }: PipelineFacts,
  withTarget: readonly string[],
): readonly CoverageSegments[] {
  const countIn = (field: 'owner' | SegmentField) => dealsOf(open[field]) + dealsOf(wonNow[field]);
  const deals = countIn('owner');
  return segmentFields.flatMap((field): readonly CoverageSegments[] => {
    if (tooMany.includes(field)) return [];
    const shown = [...open[field].keys(), ...wonNow[field].keys()].map((name) =>
      scopeId({ kind: field, name }),
    );
    const targeted = withTarget.filter((scope) => scope.startsWith(`${field}:`));
    const scopes = [...new Set([...shown, ...targeted])].toSorted((a, b) => a.localeCompare(b));
    if (scopes.length < 2) return [];
    return [{ field, scopes, deals, without: deals - countIn(field) }];
  });
}

function dealsOf(sums: ReadonlyMap<string, FactSum>): number {
  return [...sums.values()].reduce((all, { n, withoutAmount, apart }) => all + n + withoutAmount + apart, 0);
}
