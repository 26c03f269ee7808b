import { canSignMean } from '../money/can-sign-mean';
import type { MoneyFacts } from './money-facts';

/**
 * The currency in which a deal's amount stands: its own code, else the code known of the deal, unless the sign shown
 * with the amount contradicts it. `undefined`: unknown, the amount stands apart.
 */
export function unitOf({ amount, code }: Pick<MoneyFacts, 'amount' | 'code'>): string | undefined {
  if (code === undefined) return undefined;
  const sum = amount?.value ?? undefined;
  if (sum === undefined || sum.code !== undefined || sum.symbol === undefined) return code.value.code;
  const agrees = canSignMean(sum.symbol, code.value.code) ?? sum.symbol === code.value.symbol;
  return agrees ? code.value.code : undefined;
}
