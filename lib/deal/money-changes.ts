import { compareInstants } from '../calendar/compare-instants';
import { amountUnit } from './amount-unit';
import { changeBetween } from './change-between';
import type { ChangeSide, DealChange, FieldSource } from './deal';
import { isLaterEvidence } from './is-later-evidence';
import { isSameUnit } from './is-same-unit';
import { moneyColumns } from './money-columns';
import type { MoneyFacts } from './money-facts';

/**
 * The change of the amount between two believed states, if any; another currency is another amount, also where the
 * number is the same. Its first sight is no change, nor is the same sum in better-known money (hundredths of an unknown
 * currency turn out to be whole yen).
 */
export function moneyChanges(key: string, before: MoneyFacts, after: MoneyFacts): DealChange[] {
  if (before.amount === after.amount && before.code === after.code) return [];
  const [from, to] = [sideOf(before), sideOf(after)];
  if (from === undefined || to === undefined) return [];
  const amountMove = moveOf(before.amount?.source, after.amount?.source);
  const codeMove = moveOf(before.code?.source, after.code?.source);
  const isOtherSum = before.amount?.value?.decimal !== after.amount?.value?.decimal;
  const isOtherUnit = !isSameUnit(from.unit, to.unit);
  const move =
    (isOtherSum || isOtherUnit) && amountMove?.isNews === true
      ? amountMove
      : isOtherUnit && codeMove?.isNews === true
        ? codeMove
        : undefined;
  if (move === undefined) return [];
  return [{ key, field: 'amountMinor', ...changeBetween(from, to), ...spanOf(move, before, after) }];
}

function sideOf(facts: MoneyFacts): Required<ChangeSide> | undefined {
  const { columns } = moneyColumns(facts);
  const { amountMinor: value } = columns;
  return value === undefined ? undefined : { value, unit: value === null ? {} : amountUnit(columns) };
}

interface Move {
  readonly from: FieldSource | undefined;
  readonly to: FieldSource;
  readonly isNews: boolean;
}

function moveOf(from: FieldSource | undefined, to: FieldSource | undefined): Move | undefined {
  if (to === undefined || from === to) return undefined;
  return { from, to, isNews: from !== undefined && isLaterEvidence(from, to) };
}

/**
 * The pair is as new as the newer of its parts: a code of an earlier time, learnt late, changes how the amount is
 * read from the amount's own time on.
 */
function spanOf(move: Move, before: MoneyFacts, after: MoneyFacts) {
  const at = latest(move.to.at, after.amount?.source.at);
  const since = move.from?.at ?? before.amount?.source.at ?? at;
  return { at, notBefore: compareInstants(since, at) < 0 ? since : at, source: move.to.from };
}

function latest(a: string, b: string | undefined): string {
  return b !== undefined && compareInstants(b, a) > 0 ? b : a;
}
