import { shownUnit } from './shown-unit';

/**
 * Whose the sign of a unit is, where another unit that stands beside it has the same sign; else `undefined`: there is
 * nothing to tell apart.
 *
 * @param among The units that stand beside it.
 * @example namedTenant('~$\na.example.com', ['~$\na.example.com', '~$\nb.example.com']) // 'a.example.com'
 */
export function namedTenant(unit: string, among: readonly string[]): string | undefined {
  const shown = shownUnit(unit);
  if (shown === undefined) return undefined;
  const isOneOfSeveral = among.some((other) => other !== unit && shownUnit(other)?.sign === shown.sign);
  return isOneOfSeveral ? shown.tenant : undefined;
}
