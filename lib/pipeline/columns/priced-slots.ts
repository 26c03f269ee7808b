import type { AmountUnit } from '../../deal/deal';
import { byOrigin } from './by-origin';
import { flags, type Chunk, type Columns } from './columns';
import { unitOfWord } from './unit-of-word';

/** What a slot's row says of its amount: what `moneySum` adds. */
export interface PricedSlot {
  readonly amountMinor: number | undefined;
  readonly amountExact: boolean;
  readonly currency: string | undefined;
  readonly currencySymbol: string | undefined;
  /** Empty where there is a code: nobody asks for it then. */
  readonly tenant: string;
}

/** How to tell the amount of a slot's row; every unit's word is read once. */
export function pricedSlots(columns: Columns): (chunk: Chunk, at: number) => PricedSlot {
  const units = new Map<number, AmountUnit>();
  const tenantOf = byOrigin(columns, ({ tenant }) => tenant);
  return (chunk, at) => {
    const minor = chunk.amountMinor[at] ?? Number.NaN;
    const id = chunk.unit[at] ?? 0;
    let unit = units.get(id);
    if (unit === undefined) units.set(id, (unit = unitOfWord(columns.words[id])));
    return {
      amountMinor: Number.isNaN(minor) ? undefined : minor,
      amountExact: ((chunk.flags[at] ?? 0) & flags.rounded) === 0,
      currency: unit.currency,
      currencySymbol: unit.symbol,
      tenant: unit.currency === undefined ? tenantOf(chunk.origin[at]) : '',
    };
  };
}
