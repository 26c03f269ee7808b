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

interface Unit {
  readonly currency: string | undefined;
  /** Without a code it is another in every tenant. */
  readonly nameOf: (origin: number | undefined) => string;
}

/** How to tell the amount of a slot's row; every unit's word is read once. */
export function pricedSlots(columns: Columns): (chunk: Chunk, at: number) => PricedSlot {
  const units = new Map<number, Unit>();
  const unitOf = (id: number): Unit => {
    const { currency, symbol } = unitOfWord(columns.words[id]);
    if (currency !== undefined) return { currency, nameOf: () => currency };
    const nameOf = byOrigin(columns, ({ tenant }) => apartUnit({ currencySymbol: symbol, tenant }));
    return { currency, nameOf };
  };
  return (chunk, at) => {
    const minor = chunk.amountMinor[at] ?? Number.NaN;
    const id = chunk.unit[at] ?? 0;
    let unit = units.get(id);
    if (unit === undefined) units.set(id, (unit = unitOf(id)));
    return {
      amountMinor: Number.isNaN(minor) ? undefined : minor,
      amountExact: ((chunk.flags[at] ?? 0) & flags.rounded) === 0,
      currency: unit.currency,
      unit: unit.nameOf(chunk.origin[at]),
    };
  };
}
