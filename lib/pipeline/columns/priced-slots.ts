import { apartUnit } from '../../deal/apart-unit';
import { byOrigin } from './by-origin';
import { flags, type Chunk, type Columns } from './columns';
import { unitOfWord } from './unit-of-word';

/** What a slot's row says of its amount: what `moneySum` adds. */
export interface PricedSlot {
  readonly amountMinor: number | undefined;
  readonly amountExact: boolean;
  readonly currency: string | undefined;
  /** Its code, else its `apartUnit`. */
  readonly unit: string;
}

/** How to tell the amount of a slot's row; every unit is named once for each place that rows are from. */
export function pricedSlots(columns: Columns): (chunk: Chunk, at: number) => PricedSlot {
  const { words } = columns;
  const units = new Map<number, Pick<PricedSlot, 'currency' | 'unit'>>();
  const tenantOf = byOrigin(columns, ({ tenant }) => tenant);
  const unitOf = (id: number, origin: number) => {
    const { currency, symbol } = unitOfWord(words[id]);
    return { currency, unit: currency ?? apartUnit({ currencySymbol: symbol, tenant: tenantOf(origin) }) };
  };
  return (chunk, at) => {
    const minor = chunk.amountMinor[at] ?? Number.NaN;
    const id = chunk.unit[at] ?? 0;
    const origin = chunk.origin[at] ?? 0;
    const both = origin * words.length + id;
    let unit = units.get(both);
    if (unit === undefined) units.set(both, (unit = unitOf(id, origin)));
    return {
      amountMinor: Number.isNaN(minor) ? undefined : minor,
      amountExact: ((chunk.flags[at] ?? 0) & flags.rounded) === 0,
      currency: unit.currency,
      unit: unit.unit,
    };
  };
}
