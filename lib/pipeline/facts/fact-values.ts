import { apartUnit } from '../../deal/apart-unit';
import { countsFor } from '../../deal/counts-for';
import type { Convert } from '../converter';
import type { LifeState } from '../life/deal-life';
import type { PastState } from '../waterfall/deal-pair';

/** How amounts are valued while facts are gathered. */
export interface FactValues {
  /** Minor units of the reporting currency at a day's rate; `undefined`: no amount, or no rate. */
  readonly minorOf: (state: LifeState, day: string) => number | undefined;
  /** The same at the day's rate, or where there was none yet at today's: for figures that are measured by each other. */
  readonly roughly: (state: LifeState, day: string) => number | undefined;
  /**
   * A state of a deal of a tenant as the waterfall counts it: at one day's rate on both of its days, so that it moves by
   * deals alone.
   */
  readonly counted: (state: LifeState | 'absent' | 'unknown', tenant: string) => PastState;
}

/** @param today `YYYY-MM-DD`: its rates value what is open. */
export function factValues(convert: Convert, currency: string, today: string): FactValues {
  const minorOf = ({ amountMinor, unit }: LifeState, day: string) =>
    amountMinor === undefined || unit.currency === undefined
      ? undefined
      : convert(amountMinor, unit.currency, day);
  return {
    minorOf,
    roughly: (state, day) => minorOf(state, day) ?? minorOf(state, today),
    counted: (state, tenant) => {
      if (typeof state === 'string') return state;
      const { outcome, owner, closeDay, unit } = state;
      const minor = minorOf(state, today);
      const counted = { outcome, owner, closeDay };
      if (minor !== undefined || state.amountMinor === undefined)
        return { ...counted, minor: countsFor(outcome, minor ?? 0), unit: currency };
      return {
        ...counted,
        minor: countsFor(outcome, state.amountMinor),
        unit: unit.currency ?? apartUnit({ currencySymbol: unit.symbol, tenant }),
      };
    },
  };
}
