import { decideDecimalSign } from '../../crm/parse/decide-decimal-sign';
import type { DecimalSign } from '../../crm/parse/reading';
import type { FiscalCalendar, Team } from '../../deal/settings';
import type { Period } from '../glance';
import { scopeId } from '../scope/scope-id';
import { segmentOfScope } from '../scope/segment-of-scope';
import { parsePeriod } from './parse-period';
import { parseTargetAmount, type AmountRefusal } from './parse-target-amount';

export interface PasteContext {
  readonly fiscal: FiscalCalendar;
  readonly teams: readonly Team[];
  readonly owners: readonly string[];
  /** Scopes of the segments that deals show. */
  readonly segments: readonly string[];
  /** The currency of amounts that name none. */
  readonly currency: string;
  /** The period of lines that name none. */
  readonly period: Period;
  /** How the user's language writes fractions: settles a figure that the others leave open. */
  readonly languageSign?: DecimalSign | undefined;
}

export interface PastedTarget {
  readonly scope: string;
  readonly period: Period;
  readonly amountMinor: number;
  readonly currency: string;
  /** Nobody of this name owns a deal, and no team or segment has it: kept as a person's all the same. */
  readonly isNewName: boolean;
}

/** A cell that was not taken, where it stood (from 1) and as it stood. */
export interface RefusedCell {
  readonly line: number;
  readonly text: string;
  readonly why: AmountRefusal | 'period' | 'no-name' | 'several-segments';
}

export interface PastedTargets {
  readonly targets: readonly PastedTarget[];
  readonly refused: readonly RefusedCell[];
}

interface Cell {
  readonly line: number;
  readonly name: string;
  readonly period: string | undefined;
  readonly amount: string;
}

const everybody = new Set([
  'all',
  'everything',
  'everyone',
  'total',
  'company',
  'alle',
  'alt',
  'i alt',
  'samlet',
  'hele',
]);
const most = { lines: 1000, letters: 200_000 };

/**
 * Targets pasted from a spreadsheet, cells parted by tabs: names down and periods across, periods down and names
 * across, or a line each of name, period and amount; without a period they are of the one given. A line of headings is
 * passed over. How fractions are written is decided from all amounts together (`decideDecimalSign`), then from the
 * user's language; an amount that can still be read in two ways is refused, and all others are taken. A name is a team's,
 * then an owner's, then a segment's; where several fields have it, it is refused unless it is written as `region:DACH`.
 */
export function parseTargets(text: string, context: PasteContext): PastedTargets {
  const lines = text
    .slice(0, most.letters)
    .split(/\r?\n/)
    .slice(0, most.lines)
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  const cells = cellsOf(lines, context.fiscal).filter(({ amount, name }) => amount !== '' || name !== '');
  const sign = decideDecimalSign(cells.map(({ amount }) => amount)) ?? context.languageSign;
  const targets: PastedTarget[] = [];
  const refused: RefusedCell[] = [];
  for (const { line, name, period, amount } of cells) {
    const parsed = parseTargetAmount(amount, { decimalSign: sign, currency: context.currency });
    if (parsed.kind === 'empty') continue;
    const refuse = (cell: string, why: RefusedCell['why']) => refused.push({ line, text: cell, why });
    const of = period === undefined ? context.period : parsePeriod(period, context.fiscal);
    if (parsed.kind === 'refused') refuse(amount, parsed.why);
    else if (of === undefined) refuse(period ?? '', 'period');
    else if (name === '') refuse(amount, 'no-name');
    else {
      const { amountMinor, currency } = parsed;
      const named = scopeNamed(name, context);
      if (named === undefined) refuse(name, 'several-segments');
      else targets.push({ ...named, period: of, amountMinor, currency });
    }
  }
  return { targets: lastOfEach(targets), refused };
}

function cellsOf(lines: readonly (readonly string[])[], fiscal: FiscalCalendar): readonly Cell[] {
  const isPeriod = (cell: string | undefined) => parsePeriod(cell ?? '', fiscal) !== undefined;
  const [head = [], ...body] = lines;
  const filled = body.filter((cells) => cells.some(Boolean));
  if (head.slice(1).some(isPeriod))
    return acrossOf(head, body, (name, heading) => ({ name, period: heading }));
  if (
    head.length > 1 &&
    !isPeriod(head[1]) &&
    filled.length > 0 &&
    filled.every((cells) => isPeriod(cells[0]))
  )
    return acrossOf(head, body, (period, heading) => ({ name: heading, period }));
  return lines.flatMap((cells, nth): Cell[] => {
    const [name = '', ...rest] = cells;
    const amount = rest.at(-1) ?? '';
    const isHeading = nth === 0 && !/\d/.test(amount);
    if (isHeading || rest.length === 0) return [];
    return [{ line: nth + 1, name, period: rest.length > 1 ? rest[0] : undefined, amount }];
  });
}

function acrossOf(
  head: readonly string[],
  body: readonly (readonly string[])[],
  place: (first: string, heading: string) => Pick<Cell, 'name' | 'period'>,
): readonly Cell[] {
  return body.flatMap(([first = '', ...amounts], nth) =>
    amounts.flatMap((amount, column): Cell[] => {
      const heading = head[column + 1] ?? '';
      return heading === '' ? [] : [{ line: nth + 2, ...place(first, heading), amount }];
    }),
  );
}

function scopeNamed(
  name: string,
  { teams, owners, segments }: PasteContext,
): Pick<PastedTarget, 'scope' | 'isNewName'> | undefined {
  const is = (other: string) => other.toLowerCase() === name.toLowerCase();
  if (everybody.has(name.toLowerCase())) return { scope: scopeId({ kind: 'all' }), isNewName: false };
  const team = teams.find((one) => is(one.name));
  if (team !== undefined) return { scope: scopeId({ kind: 'team', name: team.name }), isNewName: false };
  const owner = owners.find(is);
  if (owner !== undefined) return { scope: scopeId({ kind: 'person', name: owner }), isNewName: false };
  const own = segments.filter((scope) => is(scope) || is(segmentOfScope(scope)?.value ?? scope));
  if (own.length > 1) return undefined;
  return { scope: own[0] ?? scopeId({ kind: 'person', name }), isNewName: own.length === 0 };
}

/** A scope that stands there twice for one period: the later one, as in the store. */
function lastOfEach(targets: readonly PastedTarget[]): readonly PastedTarget[] {
  return [
    ...new Map(
      targets.map((target) => [`${target.scope} ${target.period.start}/${target.period.end}`, target]),
    ).values(),
  ];
}
