import { compareInstants } from '../calendar/compare-instants';
import { currencyExponent } from '../money/currency-exponent';
import type { DealChange, FieldSource } from './deal';
import { isLaterEvidence } from './is-later-evidence';
import type { MoneyFacts } from './money-facts';
import { moneyColumns } from './money-columns';
import { unitOf } from './unit-of';

/**
 * Changes of amount and currency between two believed states. The first sight of either is no change, nor is the
 * same sum in better-known money. But where the currency's smallest unit moves (hundredths of an unknown currency
 * turn out to be whole yen), both columns get a row, whatever the evidence: an older row of the amount stays
 * readable only beside the currency that it was written in.
 */
export function moneyChanges(key: string, before: MoneyFacts, after: MoneyFacts): DealChange[] {
  if (before.amount === undefined && before.code === undefined) return [];
  const units = [unitOf(before) ?? null, unitOf(after) ?? null] as const;
  const isRescaled = before.amount !== undefined && currencyExponent(units[0]) !== currencyExponent(units[1]);
  const amountMove = moveOf(before.amount?.source, after.amount?.source);
  const codeMove = moveOf(before.code?.source, after.code?.source);
  const lastMove = codeMove ?? amountMove;
  const changes: DealChange[] = [];

  const minors = [moneyColumns(before).columns.amountMinor, moneyColumns(after).columns.amountMinor] as const;
  if (minors[0] !== undefined && minors[1] !== undefined && minors[0] !== minors[1]) {
    const move = amountMove ?? codeMove;
    if (move !== undefined && (isRescaled || move.isNews)) {
      changes.push({
        key,
        field: 'amountMinor',
        from: minors[0],
        to: minors[1],
        ...spanOf(move, before, after),
      });
    }
  }
  if (units[0] !== units[1] && lastMove !== undefined) {
    const wasKnown = before.code !== undefined;
    const isNews = wasKnown && (codeMove?.isNews === true || amountMove?.isNews === true);
    if (isRescaled || isNews) {
      changes.push({
        key,
        field: 'currency',
        from: units[0],
        to: units[1],
        ...spanOf(lastMove, before, after),
      });
    }
  }
  return changes;
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
